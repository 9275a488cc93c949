package org.diaodu.server.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GrowthExportTest extends PlatformTest {
    private static final String VIEW = "unit=230000&period=2051-01..2051-03&";

    @Autowired
    private SmallProvince small;

    @BeforeEach
    void theFiguresAreThere() {
        small.load();
    }

    @Test
    void theLinesOfAFileAddUpToItsTotalAtFullPrecision() throws Exception {
        for (String by : List.of(
                "by=region&level=county", "by=industry", "by=size", "by=enterprise", "by=region&cross=industry")) {
            List<String[]> lines = csv(VIEW + by);
            double sum = lines.subList(0, lines.size() - 1).stream()
                    .mapToDouble(line -> Double.parseDouble(line[3]))
                    .sum();
            assertThat(sum).as(by).isCloseTo(Double.parseDouble(lines.getLast()[3]), within(1e-9));
        }
    }

    @Test
    void aFileForOthersNamesNoEnterprise() throws Exception {
        String text = body("/growth.csv?" + VIEW + "by=enterprise&for=outside");
        assertThat(text).doesNotContain("示例0610").contains("对外口径不列企业明细");
    }

    @Test
    void aFileForOthersWithholdsSmallCellsAndSaysWhy() throws Exception {
        List<String[]> lines = csv(VIEW + "by=region&level=county&cross=industry&for=outside");
        List<String[]> withheld =
                lines.stream().filter(line -> line[2].contains("不足 3 家")).toList();
        assertThat(withheld).isNotEmpty().allSatisfy(line -> {
            assertThat(line[3]).isEmpty();
            assertThat(line[8]).isEmpty();
        });
    }

    @Test
    void aWorkbookIsAWorkbook() throws Exception {
        byte[] file = mvc.perform(get("/growth.xlsx?" + VIEW + "by=industry").with(as("analyst-230000")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(file, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void nobodyTakesAwayWhatLiesOutsideTheirUnit() throws Exception {
        mvc.perform(get("/growth.csv?unit=230200").with(as("analyst-230100"))).andExpect(status().isForbidden());
    }

    private List<String[]> csv(String query) throws Exception {
        return body("/growth.csv?" + query)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private String body(String address) throws Exception {
        return mvc.perform(get(address).with(as("analyst-230000")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
