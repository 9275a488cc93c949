package org.diaodu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.junit.jupiter.api.Test;

class ProvinceTest {
    private static final Province PROVINCE = Province.of(Province.DEFAULT_SEED, Province.DEFAULT_ENTERPRISES);
    private static final List<Plant> LISTED = PROVINCE.inSlot(Slots.MARCH_2022);

    @Test
    void fourThousandEnterprisesAreListedAtTheEnd() {
        assertThat(LISTED).hasSize(4000);
    }

    @Test
    void everyDivisionOfIndustryIsThere() {
        assertThat(LISTED.stream().map(p -> p.division().code()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Industries.bundled().industrialDivisions().stream()
                        .map(Industry::code)
                        .toList());
    }

    @Test
    void everyNameSaysThatItIsMadeUpAndNoneIsThereTwice() {
        assertThat(PROVINCE.plants())
                .extracting(Plant::name)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.endsWith("（示例）"));
    }

    @Test
    void everyCreditCodeIsValidAndUnique() {
        assertThat(PROVINCE.plants())
                .extracting(Plant::creditCode)
                .doesNotHaveDuplicates()
                .allMatch(code -> CreditCode.parse(code) instanceof CreditCode.Valid);
    }

    @Test
    void everyIndustryIsAClassOfTheStandard() {
        assertThat(PROVINCE.plants())
                .allSatisfy(plant -> assertThat(
                                Industries.bundled().get(plant.industry()).level())
                        .isEqualTo(Industry.Level.CLASS));
    }

    @Test
    void sixHundredKeyEnterprisesHoldALittleOverEightyPerCentOfOutput() {
        double all = 0;
        double key = 0;
        for (Plant plant : LISTED) {
            long output = PROVINCE.history(plant).yearToDate(Slots.MARCH_2022);
            all += output;
            key += plant.key() ? output : 0;
        }
        assertThat(LISTED.stream().filter(Plant::key)).hasSize(600);
        assertThat(key / all).isBetween(0.80, 0.84);
    }

    @Test
    void ofTheKeyEnterprises131FellAtCurrentAndAtComparablePrices() {
        int nominally = 0;
        int really = 0;
        for (Plant plant : LISTED.stream().filter(Plant::key).toList()) {
            History history = PROVINCE.history(plant);
            double output = history.yearToDate(Slots.MARCH_2022);
            double base = history.yearToDateBase(Slots.MARCH_2022);
            double price = PROVINCE.yearToDatePrice(plant.division(), Slots.MARCH_2022) / 100;
            nominally += output < base ? 1 : 0;
            really += output / price < base ? 1 : 0;
        }
        assertThat(nominally).isEqualTo(131);
        assertThat(really).isEqualTo(131);
    }

    @Test
    void yearsToDateAreTheSumOfTheMonthsAndTheRevisions() {
        for (Plant plant : PROVINCE.plants()) {
            History history = PROVINCE.history(plant);
            for (int slot = Slots.FIRST_FILED; slot < Slots.COUNT; slot++) {
                long before = Slots.inYear(slot) == 0 ? 0 : history.yearToDate(slot - 1);
                assertThat(history.yearToDate(slot)).isEqualTo(before + history.output(slot) + history.revision(slot));
            }
        }
    }

    @Test
    void basesAreWhatWasFiledLastYearUnlessRestated() {
        for (Plant plant : PROVINCE.plants()) {
            History history = PROVINCE.history(plant);
            for (int slot = 2 * Slots.PER_YEAR; slot < Slots.COUNT; slot++) {
                if (plant.isListed(slot) && plant.isListed(slot - Slots.PER_YEAR) && !history.isRestated(slot)) {
                    assertThat(history.base(slot)).isEqualTo(history.baseFiled(slot));
                    assertThat(history.yearToDateBase(slot)).isEqualTo(history.yearToDateBaseFiled(slot));
                }
            }
        }
    }

    @Test
    void aNewPlantHasNoBaseAndNoneButANewPlantHasNone() {
        for (Plant plant : LISTED) {
            History history = PROVINCE.history(plant);
            assertThat(history.yearToDateBase(Slots.MARCH_2022) == 0).isEqualTo(plant.isNewPlant(Slots.MARCH_2022));
        }
    }

    @Test
    void theItemsOfAReturnFitTogether() {
        for (Plant plant : LISTED.subList(0, 500)) {
            Books books = PROVINCE.books(plant);
            for (int slot = Math.max(plant.listed(), Slots.FIRST_FILED); slot < Slots.COUNT; slot++) {
                double output = books.entry(FormItem.GROSS_OUTPUT, slot).yearToDate();
                assertThat(output).isEqualTo(PROVINCE.history(plant).yearToDate(slot));
                double sales = books.entry(FormItem.SALES_OUTPUT, slot).yearToDate();
                assertThat(books.entry(FormItem.EXPORT_VALUE, slot).yearToDate())
                        .isLessThanOrEqualTo(sales);
                double revenue = books.entry(FormItem.REVENUE, slot).yearToDate();
                double earned = revenue - books.entry(FormItem.COST, slot).yearToDate();
                assertThat(earned - books.entry(FormItem.PROFIT, slot).yearToDate())
                        .isBetween(-1.0, 0.1 * revenue + 1);
            }
        }
    }

    @Test
    void chancesHaveMeanZeroAndDeviationOne() {
        var draws = new Draws(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = draws.normal(Trait.NOISE, i, 3);
            sum += value;
            squares += value * value;
        }
        assertThat(sum / 100_000).isCloseTo(0, within(0.01));
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }

    @Test
    void tooFewEnterprisesAreRefused() {
        assertThatThrownBy(() -> Province.of(1, 20)).hasMessageContaining("at least 200");
    }
}
