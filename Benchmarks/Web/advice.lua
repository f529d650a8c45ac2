-- POSTs one applicant's file, over and over.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"type": "us-md", "step1": {"score": 252, "date": "2021-06-14"}, "step2ck": 245,
"letters": {"count": 4, "in_specialty": 2, "strength": "strong"}, "red_flags": "none",
"specialties": ["Internal Medicine"], "limits": {"budget": 900, "interviews": 14}}]]

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    "RESULT requests=%d seconds=%.2f rate=%.1f p50_ms=%.1f p99_ms=%.1f failed=%d\n",
    summary.requests, summary.duration / 1e6, summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.status + e.connect + e.read + e.write + e.timeout))
end
