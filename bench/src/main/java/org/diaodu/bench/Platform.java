package org.diaodu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The platform with the sample, in a process of its own on a free port of this machine. */
final class Platform implements AutoCloseable {
    private static final String LAST_LINE = "audit-admin";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final int port;
    private final long began;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<String> said = new ArrayList<>();

    private Platform(List<String> command, int port) throws IOException {
        this.port = port;
        this.began = System.nanoTime();
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts it as a person does, with {@code ./diaodu up --sample}, or on this class path where the launcher did not call. */
    static Platform start(Path data, String... properties) throws IOException {
        Path home = home();
        return home == null ? onClassPath(data, properties) : byLauncher(home, data, properties);
    }

    /** The repository's root, which the launcher names; null when the bench was started without it. */
    static @Nullable Path home() {
        String home = System.getenv("DIAODU_HOME");
        return home == null ? null : Path.of(home);
    }

    /** With the launcher's options, without its start-up cache. */
    private static Platform onClassPath(Path data, String... properties) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.diaodu.server.DiaoduServer",
                "--diaodu.data=" + data,
                "--diaodu.sample=true",
                "--server.port=" + port));
        command.addAll(List.of(properties));
        return new Platform(command, port);
    }

    private static Platform byLauncher(Path home, Path data, String... properties) throws IOException {
        int port = freePort();
        String launcher = home.resolve("diaodu").toString();
        var command = new ArrayList<>(
                List.of(launcher, "up", "--sample", "--data", data.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of(properties));
        return new Platform(command, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                if (line.startsWith(LAST_LINE)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            synchronized (said) {
                said.add(e.toString());
            }
        } finally {
            ready.countDown();
        }
    }

    /** Waits until the sample is loaded and the sign-ins are printed. */
    void awaitSample() throws InterruptedException {
        if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !process.isAlive()) {
            synchronized (said) {
                throw new IllegalStateException("the platform did not start: "
                        + String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size())));
            }
        }
    }

    /** Milliseconds from the process's start until its health page answers. */
    double awaitHealth() throws InterruptedException {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - began) / 1e6;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                break;
            }
        }
        awaitSample();
        throw new IllegalStateException("the platform's health page did not answer");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it the orderly way and waits until it is gone. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
