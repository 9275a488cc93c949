package org.diaodu.policy.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.rules.typed.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 3.7 % in the nation, 4 % in Heilongjiang from 2022 on, 5 % in Harbin from April 2022 on. */
class RegionalFigureTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aFigureByRegion() throws Exception {
        MadeBook.in(folder);
        Files.writeString(folder.resolve("parameters/lpr-1y.csv"), """
            region,from,value
            000000,2020-01-01,0.037
            230000,2022-01-01,0.04
            230100,2022-04-01,0.05
            """);
    }

    @Test
    void theNearestRegionThatHasAValueOnTheDayGivesIt() {
        Parameter figure =
                Objects.requireNonNull(PolicyBook.read(folder).parameters().get("lpr-1y"));
        assertThat(figure.on("230103", LocalDate.of(2022, 4, 1))).isEqualByComparingTo("0.05");
        assertThat(figure.on("230103", LocalDate.of(2022, 3, 31))).isEqualByComparingTo("0.04");
        assertThat(figure.on("230202", LocalDate.of(2022, 4, 1))).isEqualByComparingTo("0.04");
        assertThat(figure.on("230202", LocalDate.of(2021, 4, 1))).isEqualByComparingTo("0.037");
        assertThat(figure.on(null, LocalDate.of(2022, 4, 1))).isNull();
    }

    @Test
    void aLineOfNoRegionIsSaidWithItsNumber() throws Exception {
        Files.writeString(folder.resolve("parameters/lpr-1y.csv"), "region,from,value\n999999,2020-01-01,0.037\n");
        assertThat(BookReading.of(folder).faults())
                .extracting(PolicyFault::english)
                .anyMatch(text -> text.contains("lpr-1y.csv line 2") && text.contains("there is no such region"));
    }

    /** One by one and all at once. */
    @Test
    void everySubjectGetsTheFigureOfItsRegion() {
        PolicyBook book = PolicyBook.read(folder);
        LocalDate day = LocalDate.of(2022, 6, 1);
        List<String> regions = List.of("230103", "230202", "230100");
        List<BigDecimal> oneByOne = new ArrayList<>();
        for (String region : regions) {
            Subject subject = new Subject(
                    SubjectKind.PROJECT,
                    region,
                    new TreeMap<>(java.util.Map.of(
                            "已入统", true, "入统日期", LocalDate.of(2022, 5, 1), "入统投资额", new BigDecimal("10000"))));
            var verdict = OneMatch.of(book.clauses().getFirst(), book)
                    .match(subject, day)
                    .verdict();
            oneByOne.add(Objects.requireNonNull(((Entitled) verdict).amount()));
        }
        assertThat(oneByOne).map(BigDecimal::intValue).containsExactly(5_000_000, 4_000_000, 5_000_000);
        try (DuckDb engine = DuckDb.over(List.of())) {
            engine.execute(
                    "CREATE TABLE projects AS SELECT * FROM (VALUES ('a', '230103'), ('b', '230202'), ('c', '230100'))"
                            + " t(k, r), (SELECT true AS \"已入统\", DATE '2022-05-01' AS \"入统日期\", 10000.0000::DECIMAL(14,"
                            + " 4) AS \"入统投资额\")",
                    List.of());
            BulkMatch match = BulkMatch.of(
                    book,
                    day,
                    engine,
                    List.of(new SubjectTable(
                            SubjectKind.PROJECT,
                            "projects",
                            "k",
                            "k",
                            "r",
                            java.util.Map.of("已入统", Type.TRUTH, "入统日期", Type.DATE, "入统投资额", Type.number(14, 4)))));
            match.into("verdicts");
            assertThat(engine.query(
                            "SELECT fen FROM verdicts JOIN " + match.table(SubjectKind.PROJECT)
                                    + " ON subject = _n ORDER BY _key",
                            List.of(),
                            row -> BigDecimal.valueOf(row.whole(0), 2)))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(oneByOne);
        }
    }
}
