package org.diaodu.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running server, as its {@code postmaster.pid} tells (pid, folder, start, port, sockets, address, memory, status). */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    /** The live server of this folder, if there is one; a pid file left by a power cut counts as none. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 8 || !lines.get(1).equals(data.toString())) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(p -> p.isAlive()
                        && p.info().command().map(c -> c.endsWith("postgres")).orElse(false))
                .map(p -> new Postmaster(
                        p, Integer.parseInt(lines.get(3).strip()), lines.get(7).startsWith("ready")));
    }

    /** Fast shutdown (SIGINT): clients are cut off, a checkpoint is written. */
    void stop() {
        try {
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL 进程无法停止：" + process.pid(),
                    "PostgreSQL process " + process.pid() + " does not stop. Maybe stop it yourself and start again.",
                    e);
        }
    }

    @Override
    public String toString() {
        return "pid " + process.pid() + " port " + port;
    }
}
