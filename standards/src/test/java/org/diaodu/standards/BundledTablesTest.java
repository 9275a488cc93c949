package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundledTablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gbt4754-2017.csv",
                "gbt2260-regions.csv",
                "workdays-cn.csv",
                "springfestival.csv",
                "geo/hlj-prefectures.geojson",
                "geo/hlj-counties.geojson"
            })
    void everyTableIsNamedInTheOriginNote(String resource) {
        assertThat(BundledTable.text("ORIGIN.md")).contains(resource.substring(resource.indexOf('/') + 1));
        assertThat(BundledTable.text(resource)).isNotEmpty().doesNotContain("\r", "\ufeff");
    }

    @ParameterizedTest
    @CsvSource({
        "'', abc, 3",
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, abcd, 1",
        "abc, bc, 1",
        "abcdef, badcfe, 3",
        "kitten, sitting, 3"
    })
    void theEditDistanceCountsSlips(String a, String b, int slips) {
        assertThat(EditDistance.between(a, b)).isEqualTo(slips);
        assertThat(EditDistance.between(b, a)).isEqualTo(slips);
    }

    @Test
    void plainTextLosesWidthAndBlanks() {
        assertThat(PlainText.of("\ufeff Ａ１，\u3000（２） ")).isEqualTo("A1,(2)");
        assertThat(PlainText.withOneDash("1 —— 3")).isEqualTo("1-3");
    }
}
