package org.diaodu.server.audit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.diaodu.server.database.Database;
import org.diaodu.server.database.DatabaseUnavailable;
import org.diaodu.server.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code diaodu audit verify}: reads the whole audit log, beside a running platform or without one. Exit status 0 when
 * the chain holds, 1 when it does not (each place on standard output), 2 when it could not be read.
 */
@Command(name = "diaodu audit", description = "The audit log.", mixinStandardHelpOptions = true)
public final class AuditCommand {

    public static void main(String[] arguments) {
        System.exit(run(arguments, out(System.out), out(System.err)));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var line = new CommandLine(new AuditCommand()).addSubcommand(new Verify(out, err));
        line.setOut(new java.io.PrintWriter(out, true)).setErr(new java.io.PrintWriter(err, true));
        if (arguments.length == 0) {
            line.usage(err);
            return 2;
        }
        return line.execute(arguments);
    }

    private static PrintStream out(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    @Command(
            name = "verify",
            description = "Has any row of the audit log been changed, removed, moved or cut off?",
            mixinStandardHelpOptions = true)
    private static final class Verify implements Callable<Integer> {

        private final PrintStream out;
        private final PrintStream err;

        @Option(names = "--data", paramLabel = "DIR", description = "The platform's data folder.")
        private @Nullable Path data;

        @Option(
                names = "--db-url",
                paramLabel = "URL",
                description = "A PostgreSQL of one's own, with user and password.")
        private @Nullable String url;

        Verify(PrintStream out, PrintStream err) {
            this.out = out;
            this.err = err;
        }

        @Override
        public Integer call() {
            try {
                return url != null ? verify(url, null, null) : verify(folder());
            } catch (Exception e) {
                err.println(
                        e instanceof DatabaseUnavailable || e instanceof IllegalArgumentException
                                ? e.getMessage()
                                : "AU03 审计记录无法读取 / The audit log could not be read: " + e.getMessage()
                                        + ". Maybe name another folder with --data.");
                return 2;
            }
        }

        private int verify(Path folder) throws Exception {
            Optional<Database> running = EmbeddedPostgres.running(folder);
            if (running.isPresent()) return verify(running.get());
            try (EmbeddedPostgres started = EmbeddedPostgres.start(folder)) {
                return verify(started.database());
            }
        }

        private int verify(Database database) throws Exception {
            return verify(database.url(), database.user(), database.password());
        }

        private int verify(String address, @Nullable String user, @Nullable String password) throws Exception {
            try (var connection = user == null
                    ? DriverManager.getConnection(address)
                    : DriverManager.getConnection(address, user, password)) {
                Verification.Verdict verdict = Verification.of(connection);
                verdict.faults().forEach(out::println);
                out.printf(
                        "%s: %,d rows, head #%d, SM3 %s%n",
                        verdict.isWhole() ? "whole 完整" : "BROKEN 不完整，" + verdict.faulty() + " 处",
                        verdict.rows(),
                        verdict.head(),
                        HexFormat.of().formatHex(verdict.digest()));
                return verdict.isWhole() ? 0 : 1;
            }
        }

        private Path folder() {
            if (data == null) {
                return Stream.of(".diaodu/data", ".diaodu/sample-data")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "AU04 没有找到数据目录 / No data folder here. Maybe name it with --data DIR."));
            }
            if (!Files.isDirectory(data.resolve("postgres"))) {
                throw new IllegalArgumentException("AU04 " + data + " 不是数据目录 / " + data
                        + " is no data folder of the platform. Maybe name the one given to up --data.");
            }
            return data;
        }
    }
}
