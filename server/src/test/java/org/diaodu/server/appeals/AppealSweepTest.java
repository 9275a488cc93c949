package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diaodu.server.appeals.clock.Escalation;
import org.diaodu.server.appeals.clock.Measure;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.lists.Selection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clocks that are looked at from time to time, by two platforms at once and after a restart: nothing twice, nothing missed. */
class AppealSweepTest extends AppealDesk {

    private static final LocalDateTime END = LocalDateTime.of(2022, 7, 1, 12, 0);

    @Autowired
    AppealSweep sweep;

    @Autowired
    AppealList list;

    @Test
    void twoPlatformsSweepAtOnceAndEveryMeasureIsTakenOnce() throws Exception {
        List<String> numbers = scattered(120, 7);
        LocalDateTime now = LocalDateTime.of(2022, 4, 10, 0, 0);
        var random = new Random(3);
        while (now.isBefore(END)) {
            now = now.plusHours(1 + random.nextInt(24 * 12));
            LocalDateTime at = now.isAfter(END) ? END : now;
            Callable<Integer> platform = () -> sweep.sweep(at);
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (var swept : pool.invokeAll(List.of(platform, platform))) swept.get();
            }
        }
        int measures = 0;
        for (String number : numbers) {
            AppealFile file = asSystem(() -> appeals.open(number));
            List<Escalation> expected = file.reading().rounds().stream()
                    .flatMap(round -> round.escalations().stream())
                    .filter(escalation -> !escalation.at().isAfter(END))
                    .toList();
            assertThat(file.escalations()).as(number).containsExactlyInAnyOrderElementsOf(expected);
            measures += expected.size();
            assertThat(count(
                            "select count(*) from audit_entry where subject_type = 'appeal' and subject_id = :n and action in "
                                    + "('appeal.reminder', 'appeal.supervision', 'appeal.brief')",
                            number))
                    .isEqualTo(expected.size());
            assertThat(count(
                            "select count(distinct key) from notice where href = '/appeals/' || :n and title ~ '^(催办|督办|列入)'",
                            number))
                    .isEqualTo(expected.size());
        }
        assertThat(measures).isGreaterThan(300);
        assertThat(sweep.sweep(END)).as("again").isZero();
    }

    @Test
    void aStepTakenLateWritesWhatCameDueBeforeIt() {
        String number = scattered(1, 11).getFirst();
        assertThat(find(number).state()).isEqualTo("raised");
        done(OFFICER, number, Step.TAKEN, "");
        AppealFile file = asSystem(() -> appeals.open(number));
        assertThat(file.escalations())
                .containsExactlyInAnyOrderElementsOf(file.reading().current().escalations());
        assertThat(file.escalations()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(as(OFFICER, () -> list.count(filter("", "true")))).isPositive();
        assertThat(as(OFFICER, () -> list.first(Selection.of(filter(number, "true")), 10)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.overdue()).isTrue();
                    assertThat(line.measure()).isEqualTo(Measure.BRIEF);
                });
    }

    private static AppealFilter filter(String text, String overdue) {
        return new AppealFilter(text, "", "OPEN", "", "", "", "", overdue, "true", "", "");
    }

    /** Appeals of April 2022: raised only, taken, or taken and asked, as they stood when the last of it happened. */
    private List<String> scattered(int size, int seed) {
        var random = new Random(seed);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            var at = LocalDateTime.of(2022, 4, 6, 8, 0).plusMinutes(random.nextInt(60 * 24 * 12));
            List<PastAppeal.Row> rows = new ArrayList<>();
            if (i % 3 > 0) rows.add(row("TAKEN", "", OFFICER, at.plusMinutes(30)));
            if (i % 3 > 1) {
                rows.add(row("ASKED", "请补充", OFFICER, at.plusHours(30)));
                if (i % 2 == 0) rows.add(row("ANSWERED", "已补充", CLERK, at.plusHours(30 + random.nextInt(200))));
            }
            LocalDateTime last = rows.isEmpty() ? at : rows.getLast().by().at();
            var past = new PastAppeal(
                    ENTERPRISE, form("MATERIALS", "催办测试"), new Signed(CLERK, CLERK, "示例企业9102", at), rows);
            numbers.addAll(asSystem(() -> loading.load(List.of(past), last)));
        }
        return numbers;
    }

    private static PastAppeal.Row row(String kind, String words, String user, LocalDateTime at) {
        return new PastAppeal.Row(kind, words, "", "", new Signed(user, user, user, at));
    }
}
