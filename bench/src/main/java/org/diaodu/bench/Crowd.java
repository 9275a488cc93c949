package org.diaodu.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.diaodu.sample.load.SampleUser;

/**
 * Many people reading pages of a platform at once, over loopback, each signed in and pausing between pages.
 *
 * @param seconds measured, after a third of it unmeasured
 * @param think mean seconds between a person's pages
 * @param most no more pages than this
 */
record Crowd(int users, int seconds, double think, int most, List<Visit> round) {

    /** One page opened. */
    private record Opened(String kind, double milliseconds) {}

    private record Schedule(VirtualUser user, List<Visit> visits, long from, long until) {}

    /** What they saw: milliseconds by kind of page in the order of the round, and what failed. */
    record Seen(Map<String, Runs> byKind, int pages, List<String> failures) {

        Runs all() {
            return new Runs(byKind.entrySet().stream()
                    .filter(kind -> !kind.getKey().equals(Visit.EMPTY))
                    .flatMapToDouble(
                            kind -> java.util.Arrays.stream(kind.getValue().milliseconds()))
                    .toArray());
        }
    }

    Seen read(Platform platform) throws Exception {
        Queue<Opened> opened = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        var client = client();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<VirtualUser> signedIn = signIn(people, client, platform);
            long from = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds / 3);
            long until = from + TimeUnit.SECONDS.toNanos(seconds);
            var reading = new ArrayList<Future<?>>();
            for (int i = 0; i < users; i++) {
                var schedule = new Schedule(signedIn.get(i), visitsOf(userOf(i)), from, until);
                reading.add(people.submit(() -> read(schedule, opened, failures)));
            }
            for (Future<?> one : reading) one.get();
        }
        Map<String, List<Double>> byKind = new LinkedHashMap<>();
        round.forEach(visit -> byKind.put(visit.kind(), new ArrayList<>()));
        opened.forEach(page ->
                byKind.computeIfAbsent(page.kind(), _ -> new ArrayList<>()).add(page.milliseconds()));
        Map<String, Runs> runs = new LinkedHashMap<>();
        byKind.forEach((kind, times) -> runs.put(
                kind, new Runs(times.stream().mapToDouble(Double::doubleValue).toArray())));
        return new Seen(runs, opened.size(), List.copyOf(failures));
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private List<VirtualUser> signIn(ExecutorService people, HttpClient client, Platform platform) throws Exception {
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
        for (Future<VirtualUser> one : waiting) signedIn.add(one.get());
        return signedIn;
    }

    private String userOf(int person) {
        List<String> names = round.stream().map(Visit::user).distinct().toList();
        return names.get(person % names.size());
    }

    private List<Visit> visitsOf(String user) {
        return round.stream().filter(visit -> visit.user().equals(user)).toList();
    }

    private boolean read(Schedule schedule, Queue<Opened> opened, Queue<String> failures) throws InterruptedException {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        while (System.nanoTime() < schedule.until() && opened.size() < most) {
            TimeUnit.MICROSECONDS.sleep((long) (think * 2 * chance.nextDouble() * 1e6));
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
        return true;
    }
}
