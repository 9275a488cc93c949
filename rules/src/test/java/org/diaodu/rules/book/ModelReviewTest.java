package org.diaodu.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diaodu.rules.model.RuleModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelReviewTest {

    private static final String ITEMS = """
            <itemDefinition name="颜色"><typeRef>string</typeRef><allowedValues><text>"红", "黄", "绿"</text></allowedValues></itemDefinition>
            <itemDefinition name="整数" diaodu:digits="9" diaodu:scale="0"><typeRef>number</typeRef></itemDefinition>
            """;

    private static List<Finding> review(String policy, List<String> inputs, String output, String... rows) {
        return Review.of(RuleModel.of("model.dmn", Dmn.xml(policy, inputs, output, ITEMS, rows)))
                .findings();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void aTableWithoutGapsOrOverlapsIsFoundClean() {
        assertThat(review("UNIQUE", List.of("a:number"), "string", "< 10|\"低\"", "[10..20)|\"中\"", ">= 20|\"高\""))
                .isEmpty();
    }

    @Test
    void aNumberWithThousandsCommasIsSeveralValuesAndSaidToBe() {
        Finding comma = review("FIRST", List.of("a:number"), "string", ">= 5,000|\"多\"", "-|\"少\"")
                .getFirst();
        assertThat(comma.code()).isEqualTo("rules.thousands");
        assertThat(comma.weight()).isEqualTo(Finding.Weight.ERROR);
        assertThat(comma.zh()).contains("写作 5000").contains("5, 000");
        assertThat(comma.en()).contains("Maybe write 5000");
        assertThat(review("FIRST", List.of("a:number"), "string", "100, 200, 1000|\"是\"", "-|\"否\""))
                .isEmpty();
        assertThat(review("FIRST", List.of("a:string"), "string", "\"1,000\"|\"是\"", "-|\"否\""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            ≥ 500万      @ ≥ 写作 >=，500万 写作 5000000 @ write ≥ as >=, 500万 as 5000000
            < 2.5%       @ 2.5% 写作 0.025             @ write 2.5% as 0.025
            （3..5）     @ （ 写作 (，） 写作 )         @ write （ as (, ） as )
            > 1.2亿      @ 1.2亿 写作 120000000        @ write 1.2亿 as 120000000
            ＞ 5         @ ＞ 写作 >                   @ write ＞ as >
            < 5 5        @ 文字要加双引号               @ a text lacks its quotes
            """)
    void whatOfficialsWriteInACellIsAnsweredWithWhatToWriteInstead(String cell, String zh, String en) {
        Finding slip = only(review("FIRST", List.of("a:number"), "string", cell + "|\"是\"").stream()
                .filter(finding -> finding.code().equals("rules.feel"))
                .toList());
        assertThat(slip.zh()).contains("第 1 行", "建议：" + zh);
        assertThat(slip.en()).contains("Maybe " + en);
    }

    @Test
    void aTextWithoutQuotesIsShownInItsCell() {
        Finding bare = only(review("FIRST", List.of("a:string"), "string", "\"私营\"|\"否\"", "国企|\"是\"").stream()
                .filter(finding -> finding.code().equals("rules.unknown-name"))
                .toList());
        assertThat(bare.row()).isEqualTo(2);
        assertThat(bare.column()).isEqualTo("a");
        assertThat(bare.zh()).contains("如果是文字，写作 \"国企\"");
    }

    @Test
    void aGapComesWithACase() {
        Finding gap = only(review("UNIQUE", List.of("a:number"), "string", "< 10|\"低\"", "> 20|\"高\""));
        assertThat(gap.code()).isEqualTo("rules.gap");
        assertThat(gap.example()).containsEntry("a", "10");
        assertThat(gap.zh()).contains("a [10..20]").contains("例如 a = 10");
    }

    @Test
    void wholeNumbersHaveNoGapBetween99And100() {
        assertThat(review("UNIQUE", List.of("a:整数"), "string", "<= 99|\"低\"", ">= 100|\"高\""))
                .isEmpty();
        assertThat(only(review("UNIQUE", List.of("a:number"), "string", "<= 99|\"低\"", ">= 100|\"高\""))
                        .example())
                .containsEntry("a", "99.5");
    }

    @Test
    void datesHaveNothingBetweenTwoDays() {
        assertThat(review(
                        "UNIQUE",
                        List.of("d:date"),
                        "string",
                        "<= date(\"2022-03-31\")|\"前\"",
                        ">= date(\"2022-04-01\")|\"后\""))
                .isEmpty();
    }

    @Test
    void anOverlapUnderUniqueIsAnErrorWithACase() {
        Finding overlap = only(review("UNIQUE", List.of("a:number"), "string", "<= 10|\"低\"", ">= 10|\"高\""));
        assertThat(overlap.code()).isEqualTo("rules.overlap");
        assertThat(overlap.weight()).isEqualTo(Finding.Weight.ERROR);
        assertThat(overlap.row()).isEqualTo(2);
        assertThat(overlap.example()).containsEntry("a", "10");
    }

    @Test
    void underAnyOnlyDifferentAnswersMayNotOverlap() {
        assertThat(review("ANY", List.of("a:number"), "string", "<= 10|\"x\"", ">= 10|\"x\""))
                .isEmpty();
        assertThat(only(review("ANY", List.of("a:number"), "string", "<= 10|\"x\"", ">= 10|\"y\""))
                        .code())
                .isEqualTo("rules.overlap");
    }

    @Test
    void allowedTextsAreAllThereIs() {
        assertThat(review("UNIQUE", List.of("c:颜色"), "number", "\"红\"|1", "\"黄\", \"绿\"|2"))
                .isEmpty();
        assertThat(only(review("UNIQUE", List.of("c:颜色"), "number", "\"红\"|1", "\"黄\"|2"))
                        .example())
                .containsEntry("c", "\"绿\"");
        assertThat(only(review("UNIQUE", List.of("c:string"), "number", "\"红\"|1", "\"黄\"|2"))
                        .example())
                .containsEntry("c", "\"其他\"");
    }

    @Test
    void aMisspeltTextNeverHolds() {
        List<Finding> findings = review("FIRST", List.of("c:颜色"), "number", "\"蓝\"|1", "-|2");
        assertThat(only(findings).code()).isEqualTo("rules.never");
        assertThat(only(findings).column()).isEqualTo("c");
    }

    @Test
    void aMissingValueIsAskedForOnlyWhereARowNamesIt() {
        assertThat(review("UNIQUE", List.of("a:number", "b:boolean"), "number", "null|-|0", "< 5|-|1", ">= 5|true|2"))
                .extracting(f -> f.example().get("b"))
                .containsExactly("false");
        assertThat(review("UNIQUE", List.of("a:number"), "number", "not(null)|0", "null|1"))
                .isEmpty();
    }

    @Test
    void aRowThatOthersAnswerFirstIsFound() {
        Finding masked = only(review("FIRST", List.of("a:number"), "number", "< 5|1", ">= 3|2", "[1..9]|3"));
        assertThat(masked.code()).isEqualTo("rules.masked");
        assertThat(masked.row()).isEqualTo(3);
    }

    @Test
    void underPriorityTheOutputsDecideWhichRowIsMasked() {
        List<Finding> findings = review("PRIORITY", List.of("a:number"), "颜色", "> 5|\"绿\"", "> 3|\"红\"", "<= 3|\"黄\"");
        assertThat(only(findings).row()).isEqualTo(1);
    }

    @Test
    void aCellOfAnotherTypeIsAnErrorAtItsPlace() {
        List<Finding> findings =
                review("FIRST", List.of("a:number"), "number", "\"10\"|1", "-|\"二\"", "-|date(\"2022-03-31\")");
        assertThat(findings.stream().filter(f -> f.code().equals("rules.type")).toList())
                .extracting(Finding::row, Finding::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "a"),
                        org.assertj.core.groups.Tuple.tuple(2, "结果"),
                        org.assertj.core.groups.Tuple.tuple(3, "结果"));
    }

    @Test
    void anAnswerOutsideTheAllowedValuesIsAnError() {
        assertThat(only(review("FIRST", List.of("a:number"), "颜色", "-|\"紫\"")).code())
                .isEqualTo("rules.value");
    }

    @Test
    void feelThatCannotBeReadIsSaidWithItsPlace() {
        Finding slip = review("FIRST", List.of("a:number"), "string", "-|\"甲\"", "[1..|\"乙\"").stream()
                .filter(f -> f.code().equals("rules.feel"))
                .findFirst()
                .orElseThrow();
        assertThat(slip.row()).isEqualTo(2);
        assertThat(slip.column()).isEqualTo("a");
        assertThat(slip.zh()).contains("第 1 行第");
    }

    @Test
    void aNameNobodyDeclaredIsSaidWithTheNamesThereAre() {
        List<Finding> findings = review("FIRST", List.of("产值:number"), "number", "-|产量 * 2");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.weight()).isEqualTo(Finding.Weight.ERROR);
            assertThat(finding.zh()).contains("产量").contains("产值");
        });
    }

    @Test
    void aCellThatComparesWithAnotherInputIsNamedAndNotGuessed() {
        Finding note = only(review("UNIQUE", List.of("a:number", "b:number"), "number", "> b|-|1", "-|3|2"));
        assertThat(note.code()).isEqualTo("rules.not-analysed");
        assertThat(note.weight()).isEqualTo(Finding.Weight.NOTE);
        assertThat(note.column()).isEqualTo("a");
    }

    @Test
    void twoHundredRowsOfTenColumnsAreAnalysedInASecond() {
        for (String policy : List.of("UNIQUE", "FIRST")) {
            for (boolean split : new boolean[] {true, false}) {
                String[] rows = rows(200, 10, split);
                List<String> inputs = java.util.stream.IntStream.range(0, 10)
                        .mapToObj(i -> "x" + i + ":number")
                        .toList();
                RuleModel model = Dmn.table(policy, inputs, "number", rows);
                RuleTable table = RuleTable.all(model.definitions()).getFirst();
                Map<String, DeclaredType> types = DeclaredType.inputs(model.definitions());
                TableAnalysis.of(table, types, name -> DeclaredType.ANY);
                long start = System.nanoTime();
                TableAnalysis analysis = TableAnalysis.of(table, types, name -> DeclaredType.ANY);
                long millis = (System.nanoTime() - start) / 1_000_000;
                assertThat(millis)
                        .as(
                                "%s split=%s: %d gaps, %d overlaps, %d masked, decided %s, %d ms",
                                policy,
                                split,
                                analysis.gaps().size(),
                                analysis.overlaps().size(),
                                analysis.masked().size(),
                                analysis.decided(),
                                millis)
                        .isLessThan(Long.getLong("ms", 1_000));
                if (split) {
                    assertThat(analysis.gaps()).isEmpty();
                    assertThat(analysis.overlaps()).isEmpty();
                }
            }
        }
    }

    /** Rows that split the space without gap or overlap, or boxes thrown at random. */
    private static String[] rows(int count, int columns, boolean split) {
        Random random = new Random(7);
        List<int[][]> boxes = new ArrayList<>();
        int[][] all = new int[columns][];
        java.util.Arrays.setAll(all, c -> new int[] {0, 1000});
        boxes.add(all);
        while (split && boxes.size() < count) {
            int[][] box = boxes.remove(random.nextInt(boxes.size()));
            int c = random.nextInt(columns);
            int middle = box[c][0] + (box[c][1] - box[c][0]) / 2;
            for (int side = 0; side < 2; side++) {
                int[][] half = java.util.Arrays.stream(box).map(int[]::clone).toArray(int[][]::new);
                half[c][1 - side] = middle;
                boxes.add(half);
            }
        }
        while (!split && boxes.size() < count) {
            int[][] box = new int[columns][];
            java.util.Arrays.setAll(box, c -> {
                int from = random.nextInt(900);
                return random.nextInt(10) < 6 ? new int[] {0, 1000} : new int[] {from, from + 50 + random.nextInt(100)};
            });
            boxes.add(0, box);
        }
        return boxes.stream()
                .map(box -> String.join(
                                "|",
                                java.util.Arrays.stream(box)
                                        .map(side -> side[0] == 0
                                                ? side[1] == 1000 ? "-" : "< " + side[1]
                                                : side[1] == 1000
                                                        ? ">= " + side[0]
                                                        : "[" + side[0] + ".." + side[1] + ")")
                                        .toList())
                        + "|1")
                .toArray(String[]::new);
    }
}
