-- POSTs applicants' files, no two alike: scores, budget, states and aim differ each time, so that
-- nothing could come out of a cache. Seeded: every run asks the same files.
--   PATH_TO_ASK=page asks the page's form instead of the API.
local states = {"CA", "NY", "TX", "PA", "IL", "MA", "OH", "FL", "WA", "MI", "NC", "GA"}
local seeded = false

local function file()
  local first, second = math.random(#states), math.random(#states - 1)
  if second >= first then second = second + 1 end
  return math.random(215, 260), math.random(225, 268), math.random(400, 1800),
    math.random(10, 18), states[first], states[second], math.random(0, 100) / 100
end

local json = '{"type": "us-md", "step1": {"score": %d, "date": "2021-06-14"}, "step2ck": %d, ' ..
  '"letters": {"count": 4, "in_specialty": 2, "strength": "strong"}, "red_flags": "none", ' ..
  '"specialties": ["Internal Medicine"], "limits": {"budget": %d, "interviews": %d}, ' ..
  '"wishes": {"states_wanted": ["%s", "%s"]}, "aim": %.2f}'

local function escaped(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

local asksPage = os.getenv("PATH_TO_ASK") == "page"

function request()
  if not seeded then
    math.randomseed(7)
    seeded = true
  end
  local body = string.format(json, file())
  if asksPage then
    return wrk.format("POST", "/advice", {["Content-Type"] = "application/x-www-form-urlencoded"},
      "file=" .. escaped(body))
  end
  return wrk.format("POST", "/api/v1/advice", {["Content-Type"] = "application/json"}, body)
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    "RESULT requests=%d rate=%.1f/s p50=%.0fms p99=%.0fms max=%.0fms failed=%d\n",
    summary.requests, summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    e.status + e.connect + e.read + e.write + e.timeout))
end
