package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.RouteTargets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of appeals that are kept have in common: an enterprise in a county, its clerk, and the people above. */
abstract class AppealDesk extends PlatformTest {

    static final long ENTERPRISE = 9_102L;
    static final String CLERK = "clerk-9102";
    static final String OFFICER = "officer-230102";
    static final String DISPATCHER = "dispatcher-230102";

    @Autowired
    Appeals appeals;

    @Autowired
    AppealSteps steps;

    @Autowired
    AppealLoading loading;

    @Autowired
    private RouteTargets targets;

    @BeforeEach
    void theEnterpriseIsThere() {
        targets.prepare();
    }

    static AppealForm form(String subject, String words) {
        return new AppealForm(
                subject,
                "ORDINARY",
                words,
                "王建国",
                "13845678901",
                UUID.randomUUID().toString());
    }

    /** Raised by the clerk; about materials, so that the industry unit of the county has it. */
    String raised() {
        return number(as(CLERK, () -> appeals.raise(ENTERPRISE, form("MATERIALS", "上游断供，请协调。"))));
    }

    /** Raised at a moment of the past, and nothing since. */
    String old(String raised) {
        var at = LocalDateTime.parse(raised);
        var by = new Signed(CLERK, CLERK, "示例企业9102", at);
        return asSystem(() ->
                        loading.load(List.of(new PastAppeal(ENTERPRISE, form("MATERIALS", "很久以前"), by, List.of())), at))
                .getFirst();
    }

    static String number(Outcome outcome) {
        if (outcome instanceof Outcome.Done(String number)) return number;
        throw new AssertionError("not raised: " + outcome);
    }

    <T> T as(String user, java.util.function.Supplier<T> work) {
        return province.as(user, work);
    }

    Appeal find(String number) {
        return asSystem(() -> appeals.get(number));
    }

    StepForm say(String number, String words) {
        return say(number, words, "");
    }

    StepForm say(String number, String words, String unit) {
        return new StepForm(find(number).version(), UUID.randomUUID().toString(), words, unit, "");
    }

    Outcome take(String user, String number, Step step, String words) {
        StepForm form = say(number, words);
        return as(user, () -> steps.step(number, step, form));
    }

    void done(String user, String number, Step step, String words) {
        Outcome outcome = take(user, number, step, words);
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(step + " by " + user + ": " + outcome);
    }

    List<String> kinds(String number) {
        return asSystem(() -> appeals.open(number)).timeline().stream()
                .map(AppealEntry::kind)
                .toList();
    }

    long count(String sql, String number) {
        return asSystem(() -> jdbc.sql(sql).param("n", number).query(Long.class).single());
    }
}
