package org.diaodu.server.policies.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.clauses.ClauseDrafts.Outcome;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clause from its first draft to its end, by two people. */
class ClauseLifeTest extends PlatformTest {

    private static final String WRITER = "policy-230100";
    private static final String SECOND = "policy-230000";
    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    @Autowired
    private Clauses clauses;

    @Autowired
    private ClauseDrafts drafts;

    @Autowired
    private ClauseLife life;

    @Autowired
    private ClausesInForce inForce;

    @Test
    void theShippedClausesAreInForceAndHoldTheirDays() {
        PolicyBook book = as(WRITER, () -> inForce.on(DAY));
        assertThat(book.inForce(DAY)).extracting(clause -> clause.id()).contains("hlj-2022-green-factory");
        assertThat(book.inForce(LocalDate.of(2026, 6, 1)))
                .extracting(clause -> clause.id())
                .doesNotContain("hlj-2022-green-factory");
        assertThat(as(WRITER, () -> inForce.on(DAY, Instant.parse("2020-01-01T00:00:00Z")))
                        .clauses())
                .isEmpty();
    }

    @Test
    void whatOneWritesAnotherPublishesAndNotTheWriter() {
        ClauseVersion draft = written("2022-01-01");
        as(WRITER, () -> life.propose(draft.clause(), draft.id()));
        assertThatThrownBy(() -> as(WRITER, () -> life.publish(draft.clause(), draft.id(), null)))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("PL04");
        assertThatThrownBy(() -> as("policy-230200", () -> life.publish(draft.clause(), draft.id(), null)))
                .isInstanceOf(Problem.class);

        done(SECOND, () -> life.giveBack(draft.clause(), draft.id(), "金额请再核"));
        as(WRITER, () -> life.propose(draft.clause(), draft.id()));
        assertThat(as(SECOND, () -> life.publish(draft.clause(), draft.id(), null)))
                .isEmpty();

        assertThat(holding(draft.clause(), DAY, Instant.now())).isEqualTo(1);
        assertThat(as(WRITER, () -> clauses.timeline(draft.clause())))
                .extracting(ClauseEvent::kind)
                .containsExactly("DRAFT", "PROPOSE", "RETURN", "PROPOSE", "PUBLISH");
    }

    @Test
    void aCorrectionAnswersFromNowOnAndWhatWasKnownBeforeStays() {
        ClauseVersion first = published("2022-01-01");
        Instant before = Instant.now();
        ClauseVersion next = as(WRITER, () -> drafts.begin(first.clause(), first.id()));
        save(next, Map.of("chinese", "更正后的条文。"), "2022-01-01");
        publish(next);

        assertThat(title(first.clause(), before)).doesNotContain("更正后");
        assertThat(title(first.clause(), Instant.now())).contains("更正后");
        assertThat(as(WRITER, () -> clauses.version(first.clause(), first.id())).state())
                .isEqualTo(ClauseVersion.State.WITHDRAWN);
    }

    @Test
    void anEndNeedsTwoAndIsKnownOnlySinceItWasRecorded() {
        ClauseVersion one = published("2022-01-01");
        Instant before = Instant.now();
        done(WRITER, () -> life.askEnd(one.clause(), one.id(), LocalDate.of(2022, 5, 1), "资金用完"));
        assertThatThrownBy(() -> done(WRITER, () -> life.end(one.clause(), one.id())))
                .isInstanceOf(Denied.class);
        done(SECOND, () -> life.end(one.clause(), one.id()));

        assertThat(holding(one.clause(), DAY, Instant.now())).isZero();
        assertThat(holding(one.clause(), DAY, before)).isEqualTo(1);
    }

    @Test
    void twoWhoSaveAtOnceSeeBothStates() {
        ClauseVersion draft = written("2022-01-01");
        ClauseContent content = ClauseContent.of(draft);
        int opened = draft.rowVersion();
        as(
                WRITER,
                () -> drafts.save(
                        draft.clause(), draft.id(), with(content, Map.of("title", "甲"), DAY), opened, opened));
        Outcome second = as(
                WRITER,
                () -> drafts.save(
                        draft.clause(), draft.id(), with(content, Map.of("title", "乙"), DAY), opened, opened));
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Stale.class,
                        stale -> assertThat(stale.differences()).anySatisfy(one -> {
                            assertThat(one.theirs()).isEqualTo("甲");
                            assertThat(one.yours()).isEqualTo("乙");
                        }));
    }

    @Test
    void officersWriteOfTheirOwnLevelAndRegionOnly() {
        assertThatThrownBy(() -> as(WRITER, () -> {
                    ClauseVersion shipped = clauses.standing("hlj-2022-green-factory", DAY);
                    return drafts.begin(shipped.clause(), shipped.id());
                }))
                .isInstanceOf(Denied.class);
        ClauseVersion draft = written("2022-01-01");
        save(draft, Map.of("地区", "230000"), "2022-01-01");
        assertThat(as(WRITER, () -> life.propose(draft.clause(), draft.id())))
                .anySatisfy(one -> assertThat(one.zh()).contains("超出了本单位"));
        assertThatThrownBy(() -> as("policy-230200", () -> clauses.versions(draft.clause())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatWouldNotPassTheTestOfFilesIsNotPublished() {
        ClauseVersion draft = written("2022-01-01");
        save(draft, Map.of("分担", "省 60%、市县 30%", "formula:金额", "if 资格 then 90 else null"), "2022-01-01");
        assertThat(as(WRITER, () -> life.propose(draft.clause(), draft.id())))
                .anySatisfy(one -> assertThat(one.zh()).contains("90%，应为 100%"));
        save(draft, Map.of("formula:金额", "if 资格 then 90 else null"), "2022-01-01");
        assertThat(as(WRITER, () -> life.propose(draft.clause(), draft.id()))).isNotEmpty();
    }

    private ClauseVersion published(String from) {
        ClauseVersion draft = written(from);
        publish(draft);
        return as(WRITER, () -> clauses.version(draft.clause(), draft.id()));
    }

    private void publish(ClauseVersion draft) {
        assertThat(as(WRITER, () -> life.propose(draft.clause(), draft.id()))).isEmpty();
        assertThat(as(SECOND, () -> life.publish(draft.clause(), draft.id(), null)))
                .isEmpty();
    }

    /** A draft of the city made like the award for green factories. */
    private ClauseVersion written(String from) {
        String id = "t-" + UUID.randomUUID();
        ClauseVersion made =
                as(WRITER, () -> drafts.found(id, "绿色工厂奖励", clauses.standing("hlj-2022-green-factory", DAY)));
        save(made, Map.of("reference", "示例文件第1条", "chinese", "绿色工厂奖励 100 万元。", "发文机关", "哈尔滨市"), from);
        return as(WRITER, () -> clauses.version(id, made.id()));
    }

    private void save(ClauseVersion draft, Map<String, String> fields, String from) {
        ClauseVersion now = as(WRITER, () -> clauses.version(draft.clause(), draft.id()));
        ClauseContent content = with(ClauseContent.of(now), fields, LocalDate.parse(from));
        Outcome outcome =
                as(WRITER, () -> drafts.save(now.clause(), now.id(), content, now.rowVersion(), now.rowVersion()));
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
    }

    private static ClauseContent with(ClauseContent content, Map<String, String> fields, LocalDate from) {
        Map<String, String> changed = new HashMap<>(content.clause());
        changed.putAll(fields);
        return new ClauseContent(content.tables(), content.cases(), changed, from);
    }

    private long holding(String clause, LocalDate day, Instant recorded) {
        return as(WRITER, () -> inForce.on(day, recorded)).inForce(day).stream()
                .filter(one -> one.id().equals(clause))
                .count();
    }

    private String title(String clause, Instant recorded) {
        return as(WRITER, () -> inForce.on(DAY, recorded)).inForce(DAY).stream()
                .filter(one -> one.id().equals(clause))
                .map(one -> one.text().chinese())
                .findFirst()
                .orElse("");
    }

    private <T> T as(String user, Supplier<T> work) {
        return Objects.requireNonNull(province.as(user, work));
    }

    private void done(String user, Runnable work) {
        as(user, () -> {
            work.run();
            return List.of();
        });
    }
}
