package org.diaodu.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.diaodu.policy.book.BookReading;
import org.diaodu.policy.book.MadeBook;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.budget.Budget;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.NeedsFacts;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.diaodu.policy.stacking.ExclusionGroup;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;
import org.diaodu.policy.stacking.ExclusionGroup.Scope;
import org.diaodu.policy.stacking.Grant;
import org.diaodu.policy.stacking.Grant.Frequency;
import org.diaodu.policy.stacking.Rate;
import org.diaodu.policy.stacking.StackingLaws;
import org.diaodu.policy.stacking.Supplement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong or moves under one's feet is refused or resolved with words, and nothing is dropped in silence. */
class BadInputTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    @TempDir
    Path folder;

    @Test
    void twoVersionsThatHoldOnTheSameDayAreRefused() throws IOException {
        MadeBook.in(folder);
        Path second = folder.resolve(MadeBook.CLAUSE).resolve("2024-01-01");
        Files.createDirectories(second);
        for (String name : List.of("model.dmn", "clause.md", "cases.csv", "terms.yaml")) {
            String text = Files.readString(first(name)).replace("valid-from: 2022-03-16", "valid-from: 2024-01-01");
            Files.writeString(second.resolve(name), text);
        }
        assertThat(faults()).anyMatch(text -> text.startsWith("rules.versions-overlap"));
    }

    @Test
    void supplementsInACircleAreRefusedWithTheCircle() {
        MadeBook.in(folder).terms("一次性: 每项目\n", "一次性: 每项目\n配套: {条款: demo-interest, 比例: 50%}\n");
        assertThat(faults()).anyMatch(text -> text.contains("go in a circle: demo-interest → demo-interest"));
    }

    @Test
    void aSupplementExcludedByItsOwnBaseIsRefused() {
        ExclusionGroup group = new ExclusionGroup("G", Rule.HIGHEST_ONLY, Scope.ENTERPRISE, Set.of("base", "more"));
        assertThat(refused(() -> new StackingLaws(
                                List.of(
                                        new Grant("base", 100, Frequency.YEARLY),
                                        new Grant("more", 100, Frequency.YEARLY)),
                                List.of(group),
                                Set.of(),
                                List.of(),
                                List.of(new Supplement("more", "base", new Rate(1, 2), null))))
                        .code())
                .isEqualTo("stacking.excludes-base");
    }

    /** Where the type guards the base it is refused as a value; where it does not the amount is, and is never paid. */
    @Test
    void aNegativeBaseIsRefusedAndNeverPaid() throws IOException {
        MadeBook.in(folder);
        rewrite("model.dmn", "&gt;= 2000</text>", "&gt;= -5000</text>");
        PolicyFault fault = refused(() -> verdict(facts("入统投资额", new BigDecimal("-3000")), "230100", DAY));
        assertThat(fault.code()).isEqualTo("policy.amount");
        assertThat(fault.english()).contains("the amount is negative, -111").contains("入统投资额=-3000");
    }

    @Test
    void aRateOf300PercentIsRefusedWhereverItStands() throws IOException {
        MadeBook.in(folder).terms("分担: {省: 60%, 市县: 40%}\n", "分担: {省: 300%}\n配套: {条款: other, 比例: 300%}\n");
        assertThat(faults())
                .anyMatch(text -> text.startsWith("policy.share") && text.contains("300 %"))
                .anyMatch(text -> text.startsWith("policy.rate"));
        MadeBook.in(folder);
        rewrite("model.dmn", "入统投资额 * 一年期LPR,", "入统投资额 * 3.00,");
        Files.writeString(folder.resolve("parameters/lpr-1y.csv"), "region,from,value\n230000,2022-01-20,3.00\n");
        assertThat(faults())
                .anyMatch(text -> text.contains("\"入统投资额 * 3.00\" in 金额 is 300%"))
                .anyMatch(text -> text.contains("3.00 of 2022-01-20 is 300%"));
    }

    @Test
    void aDayBeforeTheFirstLprNeedsTheFigureAndIsNoRefusal() {
        MadeBook.in(folder);
        assertThat(verdict(facts("入统日期", LocalDate.of(2019, 3, 20)), "230100", DAY))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.missing().getFirst().en())
                                .contains("lpr-1y has no value on 2019-03-20"));
    }

    /** The day asked about decides: whoever moves out of the region in mid-year is entitled before and out of scope after. */
    @Test
    void aRegionThatChangesInMidYearCountsAsItIsOnTheDay() {
        MadeBook.in(folder);
        Map<String, @Nullable Object> facts = facts("已入统", true);
        assertThat(verdict(facts, "230100", LocalDate.of(2022, 6, 30))).isInstanceOf(Entitled.class);
        assertThat(verdict(facts, "220100", LocalDate.of(2022, 7, 1)))
                .isInstanceOfSatisfying(
                        OutOfScope.class, out -> assertThat(out.english()).contains("is not in it"));
    }

    /** The size is a fact like any other: the investment of the day decides, and the next step says how far off it is. */
    @Test
    void aSizeThatChangesInMidYearCountsAsItIsOnTheDay() {
        MadeBook.in(folder);
        assertThat(verdict(facts("入统投资额", new BigDecimal("2000")), "230100", DAY))
                .isInstanceOf(Entitled.class);
        assertThat(verdict(facts("入统投资额", new BigDecimal("1999")), "230100", DAY))
                .isInstanceOf(Verdict.NotEntitled.class);
    }

    @Test
    void aBudgetIsNotCutBelowWhatIsPromised() {
        Budget promised = new Budget("技改", 100_000_00, 60_000_00);
        assertThat(refused(() -> promised.changedTo(59_999_99)).english())
                .contains("would be 59999.99 yuan, less than the 60000 promised");
        assertThat(promised.changedTo(60_000_00).leftFen()).isZero();
    }

    // --- the made-up book: a year's interest for projects of Heilongjiang, from 20 million yuan on

    private Verdict verdict(Map<String, @Nullable Object> facts, String region, LocalDate day) {
        PolicyBook book = PolicyBook.read(folder);
        return OneMatch.of(book.clauses().getFirst(), book)
                .match(new Subject(SubjectKind.PROJECT, region, facts), day)
                .verdict();
    }

    private static Map<String, @Nullable Object> facts(String name, Object value) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("已入统", true);
        facts.put("入统日期", LocalDate.of(2022, 3, 20));
        facts.put("入统投资额", new BigDecimal("10000"));
        facts.put(name, value);
        return facts;
    }

    private List<String> faults() {
        return BookReading.of(folder).faults().stream()
                .map(PolicyFault::english)
                .toList();
    }

    private Path first(String name) {
        return folder.resolve(MadeBook.CLAUSE).resolve("2022-03-16").resolve(name);
    }

    private void rewrite(String name, String piece, String otherwise) throws IOException {
        Files.writeString(first(name), Files.readString(first(name)).replace(piece, otherwise));
    }

    private static PolicyFault refused(ThrowingCallable what) {
        PolicyFault fault = catchThrowableOfType(PolicyFault.class, what);
        assertThat(fault.chinese()).contains("建议：");
        assertThat(fault.english()).contains("Maybe ");
        return fault;
    }
}
