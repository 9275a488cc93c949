package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OutlinesTest {
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\d{6})\",\"name\":\"([^\"]+)\",\"cp\":\\[");

    @Test
    void theProvinceHasThirteenPrefectures() {
        assertThat(codes(Outlines.prefectures("230000"))).isEqualTo(13);
    }

    @Test
    void everyCurrentCountyOfThePrefecturesHasAnOutlineUnderItsName() {
        var regions = Regions.bundled();
        for (Region prefecture : regions.children("230000")) {
            String map = Outlines.counties(prefecture.code());
            long counties = regions.children(prefecture.code()).stream()
                    .filter(r -> r.level() == Region.Level.COUNTY)
                    .peek(r -> assertThat(map).contains("\"code\":\"" + r.code() + "\",\"name\":\"" + r.name() + "\""))
                    .count();
            assertThat(codes(map)).isBetween((int) counties, (int) counties + 1);
        }
    }

    @Test
    void aRegionWithoutOutlinesIsSaidToHaveNone() {
        assertThat(Outlines.under("230102")).isNull();
        assertThat(Outlines.under("230100")).isEqualTo(Outlines.counties("230100"));
        assertThat(Outlines.under("230000")).isEqualTo(Outlines.prefectures("230000"));
        assertThatThrownBy(() -> Outlines.prefectures("440000"))
                .isInstanceOf(StandardsException.class)
                .hasMessageContaining("OUTLINES-NONE")
                .hasMessageContaining("230000");
    }

    private static int codes(String map) {
        return (int) CODE.matcher(map).results().count();
    }
}
