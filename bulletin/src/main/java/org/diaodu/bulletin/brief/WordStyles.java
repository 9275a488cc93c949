package org.diaodu.bulletin.brief;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/**
 * The styles of a brief, with the fonts and sizes of GB/T 9704-2012; sizes in half points. The page declares the grid of 22
 * lines of 28 characters, and the body keeps to it by its own line and character spacing, since LibreOffice would give a
 * character of 16 points two cells of a grid that is a fifth of a point narrower.
 */
final class WordStyles {

    static final String SONG = "宋体";
    private static final String TITLE_SONG = "方正小标宋简体";
    private static final String FANGSONG = "仿宋_GB2312";
    private static final String HEI = "黑体";
    private static final String KAI = "楷体_GB2312";
    private static final String LATIN = "Times New Roman";

    /** A line in twentieths of a point: the page holds 22. */
    static final int LINE = 579;

    /** Between characters, in twentieths of a point: the line holds 28. */
    private static final int CLOSER = -5;

    private static final int THIRD = 32;
    private static final int FOURTH = 28;
    private static final int SMALL_FOURTH = 24;
    private static final int CELL_LINE = 340;
    private static final int SINGLE = 240;
    private static final int TITLE = 44;
    private static final int NAME = 60;

    private final List<CTStyle> made = new ArrayList<>();

    private WordStyles() {}

    static void define(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        styles.setDefaultFonts(fonts(CTFonts.Factory.newInstance(), FANGSONG));
        styles.setEastAsia("zh-CN");
        var all = new WordStyles();
        CTStyle normal = all.style("Normal", "Normal", FANGSONG, THIRD);
        normal.setDefault(true);
        CTPPrGeneral body = normal.addNewPPr();
        body.addNewSnapToGrid().setVal(false);
        lines(body.addNewSpacing(), LINE, STLineSpacingRule.EXACT);
        indented(body).addNewJc().setVal(STJc.BOTH);
        normal.getRPr().addNewSpacing().setVal(BigInteger.valueOf(CLOSER));
        all.heading("Heading1", "heading 1", HEI, 0);
        all.heading("Heading2", "heading 2", KAI, 1);
        all.centred("BriefTitle", "简报标题", TITLE_SONG, TITLE, 289, LINE + 60);
        all.centred("BriefName", "简报名称", TITLE_SONG, NAME, 0, 2 * LINE);
        all.centred("BriefNumber", "简报期号", FANGSONG, THIRD, 0, LINE);
        all.caption();
        all.figure();
        all.left("BriefAudience", "简报范围", HEI, THIRD);
        all.left("BriefNote", "简报注", FANGSONG, SMALL_FOURTH);
        all.cell("BriefCell", "简报表格", FANGSONG);
        all.cell("BriefCellHead", "简报表头", HEI);
        all.issuer();
        for (CTStyle style : all.made) styles.addStyle(new XWPFStyle(style, styles));
    }

    private void heading(String id, String name, String font, int level) {
        CTStyle style = style(id, name, font, THIRD);
        CTPPrGeneral paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        indented(paragraph);
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }

    private void centred(String id, String name, String font, int size, int around, int line) {
        CTPPrGeneral paragraph = style(id, name, font, size).addNewPPr();
        lines(spaced(paragraph, around, around), line, STLineSpacingRule.EXACT);
        unindented(paragraph).addNewJc().setVal(STJc.CENTER);
    }

    private void caption() {
        CTPPrGeneral paragraph = style("Caption", "caption", HEI, FOURTH).addNewPPr();
        paragraph.addNewKeepNext();
        spaced(paragraph, 145, 0);
        unindented(paragraph).addNewJc().setVal(STJc.CENTER);
    }

    private void figure() {
        CTPPrGeneral paragraph =
                style("BriefFigure", "简报图", FANGSONG, SMALL_FOURTH).addNewPPr();
        lines(spaced(paragraph, 0, 145), SINGLE, STLineSpacingRule.AUTO);
        unindented(paragraph).addNewJc().setVal(STJc.CENTER);
    }

    private void left(String id, String name, String font, int size) {
        unindented(style(id, name, font, size).addNewPPr());
    }

    private void cell(String id, String name, String font) {
        CTPPrGeneral paragraph = style(id, name, font, SMALL_FOURTH).addNewPPr();
        lines(paragraph.addNewSpacing(), CELL_LINE, STLineSpacingRule.EXACT);
        unindented(paragraph);
    }

    private void issuer() {
        CTPPrGeneral paragraph = style("BriefIssuer", "简报编发", FANGSONG, THIRD).addNewPPr();
        var line = paragraph.addNewPBdr().addNewBottom();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(12));
        line.setSpace(BigInteger.valueOf(1));
        line.setColor("000000");
        var tab = paragraph.addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(WordWriter.TEXT_WIDTH));
        unindented(paragraph);
    }

    private CTStyle style(String id, String name, String font, int size) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (!id.equals("Normal")) {
            style.addNewBasedOn().setVal("Normal");
        }
        style.addNewQFormat();
        CTRPr run = style.addNewRPr();
        fonts(run.addNewRFonts(), font);
        run.addNewSz().setVal(BigInteger.valueOf(size));
        run.addNewSzCs().setVal(BigInteger.valueOf(size));
        made.add(style);
        return style;
    }

    private static CTSpacing spaced(CTPPrGeneral paragraph, int before, int after) {
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        return spacing;
    }

    private static void lines(CTSpacing spacing, int line, STLineSpacingRule.Enum rule) {
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(rule);
    }

    private static CTPPrGeneral indented(CTPPrGeneral paragraph) {
        var indent = paragraph.addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(200));
        indent.setFirstLine(BigInteger.valueOf(632));
        return paragraph;
    }

    private static CTPPrGeneral unindented(CTPPrGeneral paragraph) {
        var indent = paragraph.addNewInd();
        indent.setFirstLineChars(BigInteger.ZERO);
        indent.setFirstLine(BigInteger.ZERO);
        return paragraph;
    }

    static CTFonts fonts(CTFonts fonts, String eastAsian) {
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(eastAsian);
        fonts.setCs(LATIN);
        return fonts;
    }
}
