package org.diaodu.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Spark cluster on this machine: a master and workers, each a process of its own, reachable on 127.0.0.1 only.
 * It outlives the process that started it. Its folder holds {@code cluster.json} (address and processes), {@code jars/}
 * (links to Spark's jars, so that the folder serves as SPARK_HOME), {@code logs/} and, while it runs, {@code work/}.
 *
 * <p>It asks nobody who they are: whoever may open a connection on this machine may run work as its owner.
 */
public final class StandaloneCluster {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String HOST = "127.0.0.1";
    private static final long LOOK_MILLIS = 200;
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Path directory;
    private final ClusterState state;

    private StandaloneCluster(Path directory, ClusterState state) {
        this.directory = directory;
        this.state = state;
    }

    /**
     * What a cluster on this machine has.
     *
     * @param port of the master; 0 for a free one
     */
    public record Size(int workers, int coresPerWorker, int memoryMebibytes, int port) {
        public Size {
            if (workers < 1 || coresPerWorker < 1 || memoryMebibytes < 512 || port < 0 || port > 65535) {
                throw new ClusterFault(
                        "cluster.size",
                        "集群规模无效：" + workers + " 个工作节点，每个 " + coresPerWorker + " 核、" + memoryMebibytes + " MiB，端口 "
                                + port + "。建议：至少 1 个节点、1 核、512 MiB。",
                        workers + " workers of " + coresPerWorker + " cores and " + memoryMebibytes + " MiB on port "
                                + port + " cannot work. Maybe at least 1 worker, 1 core, 512 MiB.");
            }
        }
    }

    /** Starts a cluster in this folder and returns when every worker is registered; after a fault nothing is left. */
    public static StandaloneCluster start(Path directory, Size size, Duration patience) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            try (FileChannel channel = FileChannel.open(
                            home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw running(home, "?");
                }
                return startLocked(home, size, patience);
            }
        } catch (OverlappingFileLockException e) {
            throw running(home, "?");
        } catch (IOException e) {
            throw cannotStart("目录 " + home + "：" + e.getMessage(), "folder " + home + ": " + e.getMessage(), e);
        }
    }

    private static StandaloneCluster startLocked(Path home, Size size, Duration patience) throws IOException {
        Optional<StandaloneCluster> before = in(home);
        if (before.isPresent() && before.get().state.processes().stream().anyMatch(ClusterProcess::runs)) {
            throw running(home, before.get().master());
        }
        linkJars(home.resolve("jars"));
        Files.createDirectories(home.resolve("logs"));
        int port = size.port() == 0 ? freePort() : size.port();
        int page = freePort();
        String url = "spark://" + HOST + ":" + port;
        List<ClusterProcess> processes = new ArrayList<>();
        try {
            processes.add(launch(
                    home,
                    "master",
                    "org.apache.spark.deploy.master.Master",
                    List.of("--host", HOST, "--port", "" + port, "--webui-port", "" + page),
                    page));
            save(home, new ClusterState(url, processes));
            for (int i = 1; i <= size.workers(); i++) {
                processes.add(launchWorker(home, i, size, url));
                save(home, new ClusterState(url, processes));
            }
            StandaloneCluster cluster = new StandaloneCluster(home, new ClusterState(url, processes));
            cluster.awaitWorkers(size.workers(), patience);
            return cluster;
        } catch (IOException | RuntimeException e) {
            new StandaloneCluster(home, new ClusterState(url, processes)).stop();
            throw e;
        }
    }

    private static ClusterProcess launchWorker(Path home, int number, Size size, String url) throws IOException {
        int page = freePort();
        return launch(
                home,
                "worker-" + number,
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        HOST,
                        "--webui-port",
                        "" + page,
                        "--cores",
                        "" + size.coresPerWorker(),
                        "--memory",
                        size.memoryMebibytes() + "m",
                        "--work-dir",
                        home.resolve("work").toString(),
                        url),
                page);
    }

    /** The cluster that was started in this folder and not stopped since. */
    public static Optional<StandaloneCluster> in(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        Path file = home.resolve("cluster.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StandaloneCluster(home, JSON.readValue(Files.readString(file), ClusterState.class)));
        } catch (IOException | JacksonException e) {
            throw new ClusterFault(
                    "cluster.state",
                    file + " 无法读取：" + e.getMessage() + "。建议：确认没有残留的 Spark 进程后删除该文件。",
                    file + " cannot be read: " + e.getMessage()
                            + ". Maybe see that no process of Spark is left, then delete it.",
                    e);
        }
    }

    /** The address to give to an engine, {@code spark://127.0.0.1:port}. */
    public String master() {
        return state.master();
    }

    /** The master and the workers. */
    public List<ClusterProcess> processes() {
        return state.processes();
    }

    /** How many workers the master counts as alive; 0 where it does not answer. */
    public int aliveWorkers() {
        int alive = 0;
        JsonNode said = askMaster();
        if (said != null) {
            for (JsonNode worker : said.path("workers").values()) {
                alive += worker.path("state").asString("").equals("ALIVE") ? 1 : 0;
            }
        }
        return alive;
    }

    /** Whether the master and every worker run and are registered. */
    public boolean isWhole() {
        return processes().stream().allMatch(ClusterProcess::runs)
                && aliveWorkers() == processes().size() - 1;
    }

    /** Ends the workers, what they run, and the master: asked first, forced after some seconds. */
    public void stop() {
        List<ProcessHandle> handles = new ArrayList<>();
        for (ClusterProcess process : processes().reversed()) {
            process.handle().ifPresent(handle -> {
                handle.descendants().forEach(handles::add);
                handles.add(handle);
            });
        }
        handles.addAll(leftBehind());
        handles.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (ProcessHandle handle : handles) {
            if (!ended(handle, deadline - System.nanoTime())) {
                handle.destroyForcibly();
            }
        }
        leftBehind().forEach(ProcessHandle::destroyForcibly);
        long hardDeadline = System.nanoTime() + GRACE.toNanos();
        handles.forEach(handle -> ended(handle, hardDeadline - System.nanoTime()));
        try {
            deleteTree(directory.resolve("work"));
            deleteTree(directory.resolve("tmp"));
            Files.deleteIfExists(directory.resolve("cluster.json"));
        } catch (IOException e) {
            throw new ClusterFault(
                    "cluster.state",
                    "集群已停止，但 " + directory + " 无法清理：" + e.getMessage(),
                    "the cluster is stopped, but " + directory + " could not be cleared: " + e.getMessage(),
                    e);
        }
    }

    /** What a worker that was killed left behind: processes whose class path is this cluster's. */
    private List<ProcessHandle> leftBehind() {
        String mark = directory.resolve("jars") + "/*";
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Stream.of(arguments).anyMatch(a -> a.contains(mark)))
                        .orElse(false))
                .toList();
    }

    private static boolean ended(ProcessHandle handle, long nanos) {
        try {
            handle.onExit().get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            return !handle.isAlive();
        }
    }

    private void awaitWorkers(int workers, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (aliveWorkers() < workers) {
            for (ClusterProcess process : processes()) {
                if (!process.runs()) {
                    throw cannotStart(
                            process.role() + " 已退出：" + lastWords(process),
                            process.role() + " ended: " + lastWords(process),
                            null);
                }
            }
            if (System.nanoTime() > deadline) {
                throw cannotStart(
                        patience.toSeconds() + " 秒内只注册了 " + aliveWorkers() + " 个工作节点，共 " + workers + " 个",
                        "only " + aliveWorkers() + " of " + workers + " workers registered in " + patience.toSeconds()
                                + " s",
                        null);
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cannotStart("被中断", "interrupted", e);
            }
        }
    }

    private @Nullable JsonNode askMaster() {
        URI page = URI.create("http://" + HOST + ":" + processes().getFirst().page() + "/json/");
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
        } catch (IOException | JacksonException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static ClusterProcess launch(Path home, String role, String main, List<String> arguments, int page)
            throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // they start others and do little themselves
                "-Dfile.encoding=UTF-8",
                "-Dspark.port.maxRetries=0", // a taken port is said, not passed over
                "-Dspark.master.rest.enabled=false", // a second way in, on a port of its own
                "-cp",
                home.resolve("jars") + "/*",
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_LOCAL_DIRS", home.resolve("tmp").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectInput(ProcessBuilder.Redirect.from(nowhere()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("logs").resolve(role + ".log").toFile())
                .start();
        return ClusterProcess.of(role, process.toHandle(), page);
    }

    private static java.io.File nowhere() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Links to the jars this process runs on, less our own: what is sent to the workers is SQL. */
    private static void linkJars(Path links) throws IOException {
        deleteTree(links);
        Files.createDirectories(links);
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            Path jar = Path.of(entry).toAbsolutePath();
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("diaodu-") && !name.startsWith("duckdb")) {
                link(links.resolve(name), jar);
            }
        }
    }

    /** A hard link, which stays when the jar is built anew; where that cannot be, a symbolic one. */
    private static void link(Path link, Path jar) throws IOException {
        try {
            Files.createLink(link, jar);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.createSymbolicLink(link, jar);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void save(Path home, ClusterState state) throws IOException {
        Path file = home.resolve("cluster.json");
        Path writing = home.resolve(".cluster.json.writing");
        Files.writeString(writing, JSON.writeValueAsString(state));
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String lastWords(ClusterProcess process) {
        try (Stream<String> lines = Files.lines(directory.resolve("logs").resolve(process.role() + ".log"))) {
            List<String> all = lines.filter(line -> line.contains("ERROR") || line.contains("Exception"))
                    .toList();
            return String.join(" ", all.subList(Math.max(0, all.size() - 2), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "?";
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static ClusterFault running(Path home, String master) {
        return new ClusterFault(
                "cluster.running",
                home + " 中已有集群在运行（" + master + "）。建议：先 ./diaodu cluster stop，或用 --dir 另选目录。",
                "a cluster already runs in " + home + " (" + master
                        + "). Maybe ./diaodu cluster stop it, or choose another folder by --dir.");
    }

    private static ClusterFault cannotStart(String chinese, String english, @Nullable Exception cause) {
        return new ClusterFault(
                "cluster.start",
                "集群未能启动：" + chinese + "。建议：查看集群目录下 logs 中的日志；若端口被占用，用 --port 另选。",
                "the cluster did not start: " + english
                        + ". Maybe look at logs in the cluster's folder; if a port is taken, choose another by --port.",
                cause);
    }

    /** What {@code cluster.json} holds. */
    record ClusterState(String master, List<ClusterProcess> processes) {
        ClusterState {
            processes = List.copyOf(processes);
        }
    }
}
