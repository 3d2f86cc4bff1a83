-- Asks for the addresses of a file in random order, the same order every time. A line: path, or path, tab, ETag.
local requests = {}

function init(arguments)
   math.randomseed(1)
   for line in io.lines(arguments[1]) do
      local path, etag = line:match("^([^\t]*)\t?(.*)$")
      local headers = {}
      if etag ~= "" then headers["If-None-Match"] = etag end
      requests[#requests + 1] = wrk.format("GET", path, headers)
   end
end

function request()
   return requests[math.random(#requests)]
end

function done(summary, latency, all)
   local errors = summary.errors
   local broken = errors.connect + errors.read + errors.write + errors.timeout
   io.write(string.format("BENCH %d %d %d %d\n", summary.requests, summary.duration, errors.status, broken))
end
