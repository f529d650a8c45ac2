// Plain C++ with flat arrays, the way one writes deferred acceptance on an afternoon: one heap a
// program, displaced applicants followed at once. A yardstick, measured in the same run.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Rows of numbers; every row of the programs' file has the quota in second place.
struct Rows {
  std::vector<int> starts{0}, items, quotas;
  Rows(const std::string &path, bool hasQuota) {
    std::ifstream file(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    int value = 0, column = 0;
    for (char c : text) {
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        continue;
      }
      if (column == 1 && hasQuota) quotas.push_back(value);
      else if (column > 0) items.push_back(value);
      value = 0;
      ++column;
      if (c == '\n') {
        starts.push_back(int(items.size()));
        column = 0;
      }
    }
  }
  int count() const { return int(starts.size()) - 1; }
};

int main(int argc, char **argv) {
  if (argc < 2) return 64;
  std::string base = argv[1];
  double parse = 1e9, build = 1e9, match = 1e9;
  int matched = 0;
  for (int round = 0; round < 15; ++round) {
    auto start = Clock::now();
    Rows applicants(base + ".applicants.csv", false), programs(base + ".programs.csv", true);
    parse = std::min(parse, since(start));

    start = Clock::now();
    std::vector<int> ranks(applicants.items.size(), -1);
    for (int p = 0; p < programs.count(); ++p)
      for (int e = programs.starts[p]; e < programs.starts[p + 1]; ++e) {
        int a = programs.items[e];
        for (int f = applicants.starts[a]; f < applicants.starts[a + 1]; ++f)
          if (applicants.items[f] == p) ranks[f] = e - programs.starts[p];
      }
    build = std::min(build, since(start));

    start = Clock::now();
    std::vector<std::vector<int>> held(programs.count());
    std::vector<int> next(applicants.starts.begin(), applicants.starts.end() - 1);
    for (int first = 0; first < applicants.count(); ++first) {
      int a = first;
      while (a >= 0) {
        if (next[a] == applicants.starts[a + 1]) break;
        int f = next[a]++, p = applicants.items[f], rank = ranks[f];
        if (rank < 0) continue;
        auto &heap = held[p];
        heap.push_back(rank);
        std::push_heap(heap.begin(), heap.end());
        if (int(heap.size()) <= programs.quotas[p]) break;
        std::pop_heap(heap.begin(), heap.end());
        a = programs.items[programs.starts[p] + heap.back()];
        heap.pop_back();
      }
    }
    match = std::min(match, since(start));
    matched = 0;
    for (auto &heap : held) matched += int(heap.size());
  }
  std::printf("parse %.2f ms, build %.2f ms, match %.2f ms, %d matched\n", parse, build, match, matched);
}
