package org.diaodu.server.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.diaodu.server.cockpit.SmallProvince;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** A brief from the figures of a quarter to the issue that stays as it is. */
class BriefsTest extends PlatformTest {

    private static final String ANALYST = "analyst-230000";
    private static final String CITY = "analyst-230100";
    private static final String LEADER = "leader-230000";

    @Autowired
    private SmallProvince small;

    @BeforeEach
    void theFiguresAreThere() {
        small.load();
    }

    /** 6.5 and 5.4 are the published figures SmallProvince is set beside; its largest enterprise falls. */
    @Test
    void theFirstDraftSaysGrowthAndWhatItIsSetBeside() throws Exception {
        String brief = made("INTERNAL");
        String page = body(brief, ANALYST);
        assertThat(page)
                .containsPattern("2051年一季度，全省规模以上工业增加值同比下降<a [^>]*>1.5</a>%，低于全国平均水平（<a [^>]*>6.5</a>%）")
                .containsPattern("低于同期地区生产总值增速（<a [^>]*>5.4</a>%）")
                .contains("href=\"/growth?unit=230000&amp;period=2051-01..2051-03\"")
                .contains("<svg");
    }

    @Test
    void enterprisesAreNamedOnlyForThoseEntitled() throws Exception {
        assertThat(body(made("INTERNAL"), ANALYST)).contains("工业有限公司");
        String open = made("PUBLIC");
        assertThat(body(open, ANALYST)).doesNotContain("工业有限公司").contains("不予公布");
        assertThat(status(get(open), "analyst-230100")).isEqualTo(404);
    }

    @Test
    void wordsEditedInWordAreKeptAndFiguresAreThePlatforms() throws Exception {
        String brief = made("INTERNAL");
        byte[] docx = answer(get(brief + "/brief.docx"), ANALYST).getContentAsByteArray();
        var edited = new ByteArrayOutputStream();
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var lead = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().startsWith("2051年一季度，"))
                    .findFirst()
                    .orElseThrow();
            lead.getCTP().getHyperlinkArray(0).getRArray(0).getTArray(0).setStringValue("99.9");
            lead.createRun().setText("总体平稳。");
            document.write(edited);
        }
        var answer = mvc.perform(multipart(brief + "/word")
                        .file(new MockMultipartFile("file", "brief.docx", null, edited.toByteArray()))
                        .with(as(ANALYST))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("总体平稳。", "改成了 99.9，已恢复")
                .doesNotContain(">99.9<");
        assertThat(status(
                        multipart(brief + "/word").file(new MockMultipartFile("file", "x.docx", null, new byte[] {1})),
                        ANALYST))
                .isEqualTo(422);
    }

    @Test
    void whatIsIssuedHasANumberAndStaysAsItIs() throws Exception {
        String brief = made("INTERNAL");
        assertThat(status(post(brief + "/lines/3").param("version", "0").param("words", "没有{增速|增长"), ANALYST))
                .isEqualTo(422);
        assertThat(status(post(brief + "/lines/3").param("version", "7").param("words", "x"), ANALYST))
                .isEqualTo(409);
        assertThat(status(post(brief + "/issue"), "leader-230100")).isEqualTo(404);
        assertThat(status(post(brief + "/issue"), LEADER)).isEqualTo(302);
        assertThat(body(brief, LEADER)).containsPattern("20[0-9]{2}年第[0-9]+期");
        assertThat(status(post(brief + "/lines/3").param("version", "1").param("words", "改"), ANALYST))
                .isEqualTo(409);
        long id = Long.parseLong(brief.replaceAll("\\D+", ""));
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("update brief set template = 'x' where id = :id")
                        .param("id", id)
                        .update()))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void whereTheHouseWantsASecondPersonWhoWroteItCannotIssueIt() throws Exception {
        String brief = made("PUBLIC");
        assertThat(status(post(brief + "/issue"), ANALYST)).isEqualTo(403);
        assertThat(status(post(brief + "/proposal"), ANALYST)).isEqualTo(302);
        assertThat(status(post(brief + "/issue"), ANALYST)).isEqualTo(403);
        assertThat(status(post(brief + "/issue"), LEADER)).isEqualTo(302);
        assertThat(body(brief, "analyst-230100")).contains("已签发");
    }

    @Test
    void theNextBriefBeginsWithTheHousesWords() throws Exception {
        String brief = made("INTERNAL", CITY);
        String words = "{期间}，{地区}工业克服困难，增加值同比{增速|增长}。";
        assertThat(status(post(brief + "/lines/4").param("version", "0").param("words", words), CITY))
                .isEqualTo(302);
        assertThat(status(post(brief + "/house"), CITY)).isEqualTo(302);
        assertThat(body(made("INTERNAL", CITY), CITY)).contains("2051年一季度，全市工业克服困难，增加值同比下降");
    }

    private String made(String audience) throws Exception {
        return made(audience, ANALYST);
    }

    private String made(String audience, String user) throws Exception {
        var answer = answer(
                post("/briefs/new")
                        .param("period", SmallProvince.YEAR_TO_DATE.iso())
                        .param("audience", audience),
                user);
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private String body(String address, String user) throws Exception {
        var answer = answer(get(address), user);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(
            org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request, String user)
            throws Exception {
        return answer(request, user).getStatus();
    }

    private MockHttpServletResponse answer(
            org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request, String user)
            throws Exception {
        return mvc.perform(request.with(as(user)).with(csrf())).andReturn().getResponse();
    }
}
