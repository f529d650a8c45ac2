-- The same requests at a pace: RATE a second (50), arriving by chance as people do (exponential
-- gaps), whether or not earlier ones are answered. Needs as many connections as may wait at once.
dofile((debug.getinfo(1, "S").source:match("^@(.*/)") or "./") .. "advice.lua")

local ffi = require("ffi")
ffi.cdef("typedef struct { long s; long ns; } moment; int clock_gettime(int, moment *);")
local clock = ffi.new("moment")
local function now()
  ffi.C.clock_gettime(1, clock)
  return tonumber(clock.s) * 1000 + tonumber(clock.ns) / 1e6
end

local rate = tonumber(os.getenv("RATE") or "50")
local at

-- wrk asks before each request of any connection how many milliseconds it is to wait.
function delay()
  local current = now()
  at = (at or current) + -math.log(1 - math.random()) * 1000 / rate
  return math.max(0, math.floor(at - current + 0.5))
end
