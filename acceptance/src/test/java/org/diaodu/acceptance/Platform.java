package org.diaodu.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running platform with the sample province: a process of its own, started with the words the launcher uses. */
final class Platform implements AutoCloseable {
    static final String PASSWORD = "snow-harvest-2022";

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final @Nullable Process process;
    private final String address;

    private Platform(@Nullable Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** The platform named by -Ddiaodu.platform=http://…, already running with the sample; else a new one. */
    static Platform running(Supplier<Path> data) {
        String address = System.getProperty("diaodu.platform", "");
        return address.isEmpty() ? start(data.get()) : new Platform(null, address);
    }

    /** Starts on this data folder and waits until the sample is loaded and pages answer. */
    static Platform start(Path data) {
        try {
            int port = freePort();
            Path log = Files.createDirectories(data).resolve("platform.log");
            Process process = new ProcessBuilder(List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xmx2g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.diaodu.server.DiaoduServer",
                            "--diaodu.data=" + data,
                            "--diaodu.sample=true",
                            "--diaodu.sign-in.attempts-per-minute=100000",
                            "--server.port=" + port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var platform = new Platform(process, "http://localhost:" + port);
            platform.await(process, log);
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return address + path;
    }

    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ready is when the line with the address has been printed and the sign-in page answers. */
    private void await(Process process, Path log) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url("/sign-in"))).build();
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) throw new AssertionError("the platform ended:\n" + Files.readString(log));
            try {
                if (Files.readString(log).contains(url(""))
                        && client.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200) return;
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (ConnectException e) {
                continue; // printed before the port was open
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted");
            }
        }
        throw new AssertionError("the platform was not ready after " + PATIENCE + ":\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
