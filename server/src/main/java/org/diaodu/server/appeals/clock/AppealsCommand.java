package org.diaodu.server.appeals.clock;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.rulebook.ShippedRules;
import org.diaodu.sheets.Faults;
import org.diaodu.standards.WorkingDays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code diaodu appeals clock}: what the clock of appeals says of a table of events. Exit status 0 when every step was
 * possible, 1 when one was not (told by line), 2 when the table could not be read.
 */
@Command(name = "diaodu appeals", description = "Appeals of enterprises.", mixinStandardHelpOptions = true)
public final class AppealsCommand {

    public static void main(String[] arguments) {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider"); // only the report speaks
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.exit(run(arguments, out(System.out), out(System.err)));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var line = new CommandLine(new AppealsCommand())
                .addSubcommand(new Clock(out, err))
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        if (arguments.length == 0) {
            line.usage(err);
            return 2;
        }
        return line.execute(arguments);
    }

    private static PrintStream out(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** How the report is written. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Command(
            name = "clock",
            description = "Due dates, pauses, reminders and escalations for a table of events"
                    + " appeal,at,event[,level,kind,detail] (docs/formats/appeals.md).",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class Clock implements Callable<Integer> {
        private static final int FAULTS_SHOWN = 50;

        private final PrintStream out;
        private final PrintStream err;

        @Parameters(paramLabel = "EVENTS.csv", description = "one event a row, those of an appeal in their order")
        private Path file = Path.of("");

        @Option(names = "--format", paramLabel = "table|csv|json", description = "(default: table)")
        private Format format = Format.TABLE;

        @Option(
                names = "--now",
                paramLabel = "TIMESTAMP",
                description = "until when the clock runs, as 2022-05-10T09:00 (default: this moment in Beijing)")
        private @Nullable String until;

        @Option(names = "--lang", paramLabel = "zh|en", description = "language of the table and messages")
        private Language language = Language.ofMachine();

        Clock(PrintStream out, PrintStream err) {
            this.out = out;
            this.err = err;
        }

        @Override
        public Integer call() {
            try {
                LocalDateTime now = now();
                if (now == null) return 2;
                EventTable table = EventTable.read(file);
                say(table.faults());
                return table.faults().hasErrors() ? 2 : run(table, now);
            } catch (IOException | UncheckedIOException e) {
                err.println(language.say("文件读写失败：", "a file could not be read or written: ") + e.getMessage());
                return 2;
            }
        }

        private @Nullable LocalDateTime now() {
            if (until == null) return LocalDateTime.now(AppealClock.BEIJING);
            LocalDateTime now = Moments.parse(until, LocalTime.MAX);
            if (now == null) {
                err.println(language.say(
                        "--now 不是时间，值“" + until + "”。建议：写成 2022-05-10T09:00。",
                        "--now is no time: \"" + until + "\". Maybe write it as 2022-05-10T09:00."));
            }
            return now;
        }

        private int run(EventTable table, LocalDateTime now) throws IOException {
            WorkingDays calendar = WorkingDays.bundled();
            var clock = new AppealClock(calendar.assumingWeekends(), new DeadlineRule(new ShippedRules()));
            List<ClockedAppeal> appeals = new ArrayList<>();
            boolean whole = true;
            for (Map.Entry<String, List<EventTable.Row>> entry : table.rows().entrySet()) {
                try {
                    appeals.add(ClockedAppeal.of(entry.getKey(), entry.getValue(), clock, now));
                } catch (RuleFault fault) {
                    whole = false;
                    err.println(language.say("诉求 ", "appeal ")
                            + entry.getKey()
                            + language.say("：" + fault.chinese(), ": " + fault.english()));
                }
            }
            if (!whole) return 2;
            write(new ClockReport(now, appeals));
            warn(appeals, calendar);
            return sayRefused(appeals) ? 1 : 0;
        }

        private void write(ClockReport report) throws IOException {
            switch (format) {
                case TABLE -> report.table(out, language);
                case CSV -> report.csv(out);
                case JSON -> report.json(out);
            }
            out.flush();
        }

        private void say(Faults faults) {
            faults.list().stream()
                    .sorted(Comparator.comparing(fault -> fault.severity()))
                    .limit(FAULTS_SHOWN)
                    .forEach(fault -> err.println(language.say(fault)));
            int more = faults.list().size() + faults.notKept() - FAULTS_SHOWN;
            if (more > 0) err.println(language.say("……还有 " + more + " 条。", "… and " + more + " more."));
        }

        private boolean sayRefused(List<ClockedAppeal> appeals) {
            boolean any = false;
            for (ClockedAppeal appeal : appeals) {
                ClockedAppeal.Refused refused = appeal.refused();
                if (refused == null) continue;
                any = true;
                var why = refused.why().explanation();
                err.println(language.say(
                        "错误 [" + why.code() + "] " + file.getFileName() + "，第 " + refused.line() + " 行，诉求 "
                                + appeal.appeal() + "，“" + refused.event() + "”：" + why.zh(),
                        "error [" + why.code() + "] " + file.getFileName() + ", row " + refused.line() + ", appeal "
                                + appeal.appeal() + ", \"" + refused.event() + "\": " + why.en()));
            }
            return any;
        }

        /** Days of a year whose arrangement is not published yet are Monday to Friday. */
        private void warn(List<ClockedAppeal> appeals, WorkingDays calendar) {
            boolean outside = appeals.stream()
                    .map(ClockedAppeal::reading)
                    .flatMap(reading -> reading == null ? Stream.of() : reading.rounds().stream())
                    .flatMap(round -> round.dues().stream())
                    .flatMap(due -> Stream.of(due.from(), due.by()))
                    .map(LocalDateTime::toLocalDate)
                    .anyMatch(day -> !calendar.covers(day));
            LocalDate last = calendar.coveredTo();
            if (outside) {
                err.println(
                        language.say(
                                "警告 [appeals.calendar] 工作日历只到 " + last + "，之后按周一至周五计。建议：节假日安排公布后再算一次。",
                                "warning [appeals.calendar] the working-day calendar ends on " + last
                                        + "; later days are counted Monday to Friday. Maybe run it again once the arrangement is published."));
            }
        }
    }
}
