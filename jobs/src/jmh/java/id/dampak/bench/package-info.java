/**
 * Benchmarks behind {@code jobs/docs/performance.md}. They are compiled with the profile {@code
 * jmh} only, so that neither the build nor the tests need JMH:
 *
 * <pre>
 * mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=YardstickBenchmark
 * </pre>
 *
 * <p>{@code bench} is a regular expression over the names of benchmarks, {@code bench.heap} the heap
 * (8g without it). What is compared takes turns in one run; the medians of CPU and wall seconds are
 * printed at its end. Answers are checked before times.
 */
package id.dampak.bench;
