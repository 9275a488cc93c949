package org.diaodu.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.diaodu.sample.load.SampleUser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many people reading pages of the sample platform at once, over loopback; time and number of pages are bounded. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "200 people reading pages of the sample platform: p50, p95 and p99 of each kind of page.")
final class PagesBench implements Callable<Integer> {
    @Option(names = "--users", description = "people at once (default ${DEFAULT-VALUE})")
    private int users = 200;

    @Option(
            names = "--seconds",
            description = "measured time, after a third of it unmeasured (default ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--think", description = "mean seconds between a person's pages (default ${DEFAULT-VALUE})")
    private double think = 5;

    @Option(names = "--pages", description = "no more pages than this (default ${DEFAULT-VALUE})")
    private int most = 100_000;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One page opened. */
    private record Opened(String kind, double milliseconds) {}

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("diaodu-bench");
        try (Platform platform = Platform.onClassPath(data, "--diaodu.sign-in.attempts-per-minute=100000")) {
            platform.awaitSample();
            return measure(platform) ? 0 : 1;
        } finally {
            Folders.delete(data);
        }
    }

    private boolean measure(Platform platform) throws Exception {
        Queue<Opened> opened = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<VirtualUser> signedIn = signIn(people, client, platform);
            long from = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds / 3);
            long until = from + TimeUnit.SECONDS.toNanos(seconds);
            var reading = new ArrayList<Future<?>>();
            for (int i = 0; i < users; i++) {
                var schedule = new Schedule(signedIn.get(i), Visit.of(userOf(i)), from, until);
                reading.add(people.submit(() -> read(schedule, opened, failures)));
            }
            for (Future<?> one : reading) {
                one.get();
            }
        }
        print(opened, failures);
        return failures.isEmpty();
    }

    private record Schedule(VirtualUser user, List<Visit> visits, long from, long until) {}

    private List<VirtualUser> signIn(java.util.concurrent.ExecutorService people, HttpClient client, Platform platform)
            throws Exception {
        var waiting = new ArrayList<Future<VirtualUser>>();
        for (int i = 0; i < users; i++) {
            String name = userOf(i);
            waiting.add(people.submit(() -> {
                var user = new VirtualUser(client, platform.address());
                user.signIn(name, SampleUser.PASSWORD);
                return user;
            }));
        }
        var signedIn = new ArrayList<VirtualUser>();
        for (Future<VirtualUser> one : waiting) {
            signedIn.add(one.get());
        }
        return signedIn;
    }

    private static String userOf(int person) {
        List<String> names = Visit.users();
        return names.get(person % names.size());
    }

    private @Nullable Object read(Schedule schedule, Queue<Opened> opened, Queue<String> failures)
            throws InterruptedException {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        while (System.nanoTime() < schedule.until() && opened.size() < most) {
            pause(think * 2 * chance.nextDouble());
            Visit visit = schedule.visits().get(chance.nextInt(schedule.visits().size()));
            long began = System.nanoTime();
            try {
                double milliseconds = schedule.user().open(visit.path());
                if (began >= schedule.from() && began < schedule.until()) {
                    opened.add(new Opened(visit.kind(), milliseconds));
                }
            } catch (IOException | IllegalStateException e) {
                failures.add(visit.path() + " for " + visit.user() + ": " + e.getMessage());
            }
        }
        return null;
    }

    private static void pause(double seconds) throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep((long) (seconds * 1e6));
    }

    private void print(Queue<Opened> opened, Queue<String> failures) throws IOException {
        Map<String, List<Double>> byKind = new LinkedHashMap<>();
        Visit.ROUND.forEach(visit -> byKind.put(visit.kind(), new ArrayList<>()));
        opened.forEach(page ->
                byKind.computeIfAbsent(page.kind(), kind -> new ArrayList<>()).add(page.milliseconds()));
        Runs empty = runs(byKind.getOrDefault(Visit.EMPTY, List.of()));
        var report = new Report(
                "%d people reading the sample platform, a page every %.1f s each".formatted(users, think),
                "./diaodu bench pages --users " + users + " --think " + think,
                "page",
                "opened",
                "p50",
                "p95",
                "p99",
                "p95 against the empty page");
        byKind.forEach((kind, times) -> row(report, kind, runs(times), empty));
        row(
                report,
                "all pages",
                runs(opened.stream()
                        .filter(page -> !page.kind().equals(Visit.EMPTY))
                        .map(Opened::milliseconds)
                        .toList()),
                empty);
        report.note(
                "%,d pages in %d s, %.0f a second; %d failed. Server and readers share the machine. Aim: p95 under 200 ms, lists under 50 ms."
                        .formatted(opened.size(), seconds, opened.size() / (double) seconds, failures.size()));
        failures.stream().distinct().limit(5).forEach(report::note);
        report.print(spec.commandLine().getOut(), markdown);
    }

    private static Runs runs(List<Double> times) {
        return new Runs(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void row(Report report, String kind, Runs runs, Runs empty) {
        if (runs.milliseconds().length == 0) {
            report.row(kind, "0", "–", "–", "–", "–");
            return;
        }
        double peer = empty.milliseconds().length == 0 ? Double.NaN : empty.percentile(95);
        report.row(
                kind,
                String.valueOf(runs.milliseconds().length),
                "%.1f ms".formatted(runs.percentile(50)),
                "%.1f ms".formatted(runs.percentile(95)),
                "%.1f ms".formatted(runs.percentile(99)),
                Double.isNaN(peer) ? "–" : Report.times(runs.percentile(95) / peer));
    }
}
