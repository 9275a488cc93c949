package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.diaodu.standards.Industry.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndustriesTest {
    private final Industries industries = Industries.bundled();

    @ParameterizedTest
    @CsvSource({"SECTION, 20, 3", "DIVISION, 97, 41", "GROUP, 473, 207", "CLASS, 1381, 666"})
    void theTableHasItsTotals(Level level, int all, int industrial) {
        assertThat(industries.all()).filteredOn(i -> i.level() == level).hasSize(all);
        assertThat(industries.all())
                .filteredOn(i -> i.level() == level && industries.isIndustry(i.code()))
                .hasSize(industrial);
    }

    @Test
    void everyParentIsThereExactlyOneLevelUp() {
        for (Industry industry : industries.all()) {
            Industry parent = industries.parentOf(industry.code());
            if (industry.level() == Level.SECTION) assertThat(parent).isNull();
            else
                assertThat(parent)
                        .isNotNull()
                        .extracting(p -> p.level().ordinal())
                        .isEqualTo(industry.level().ordinal() - 1);
        }
    }

    @Test
    void theDivisionsOfIndustryRunFrom06To46() {
        assertThat(industries.industrialDivisions())
                .hasSize(41)
                .extracting(Industry::code)
                .startsWith("06", "07")
                .contains("13", "43")
                .endsWith("45", "46");
    }

    @Test
    void aPathLeadsFromTheSectionDown() {
        assertThat(industries.path("3511")).extracting(Industry::code).containsExactly("C", "35", "351", "3511");
        assertThat(industries.at(Level.DIVISION, "3511")).isEqualTo(industries.get("35"));
        assertThat(industries.at(Level.CLASS, "35")).isNull();
        assertThat(industries.children("C")).hasSize(31);
        assertThat(industries.isIndustry("01")).isFalse();
        assertThat(industries.isIndustry("nonsense")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"C35, 35", "c351, 351", "３５１１, 3511", "B06, 06", "煤炭开采和洗选业, 06", "D, D"})
    void isReadAsPeopleWriteIt(String text, String code) {
        assertThat(industries.parse(text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"6, 06", "610, 0610", "3519, 3511", "B35, 35", "47, 47", "煤炭开采洗选业, 06", "汽车制造, 36"})
    void anUnknownCodeOrNameFindsTheNearest(String text, String code) {
        assertThat(industries.nearest(text))
                .isNotNull()
                .extracting(Industry::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "ZZZZZZ", "00000000", "甲乙丙丁"})
    void nothingNearIsSaidSo(String text) {
        assertThat(industries.nearest(text)).isNull();
        assertThatThrownBy(() -> industries.parse(text)).hasMessageContaining("INDUSTRY-UNKNOWN");
    }
}
