package org.diaodu.bulletin.brief;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;

/** Page numbers between dashes, 宋体 of the fourth size: one character from the right on odd pages, from the left on even ones. */
final class PageNumbers {

    private static final BigInteger SIZE = BigInteger.valueOf(28);
    private static final BigInteger ONE_CHARACTER = BigInteger.valueOf(100);
    private static final BigInteger ITS_WIDTH = BigInteger.valueOf(280);

    private PageNumbers() {}

    static void write(XWPFDocument document) {
        document.setEvenAndOddHeadings(true);
        number(document.createFooter(HeaderFooterType.DEFAULT), STJc.RIGHT);
        number(document.createFooter(HeaderFooterType.EVEN), STJc.LEFT);
    }

    private static void number(XWPFFooter footer, STJc.Enum side) {
        XWPFParagraph paragraph = footer.createParagraph();
        var format = paragraph.getCTP().addNewPPr();
        var indent = format.addNewInd();
        indent.setFirstLineChars(BigInteger.ZERO);
        indent.setFirstLine(BigInteger.ZERO);
        if (side == STJc.RIGHT) {
            indent.setRightChars(ONE_CHARACTER);
            indent.setRight(ITS_WIDTH);
        } else {
            indent.setLeftChars(ONE_CHARACTER);
            indent.setLeft(ITS_WIDTH);
        }
        format.addNewJc().setVal(side);
        text(paragraph, "— ");
        run(paragraph).addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(paragraph).addNewInstrText().setStringValue("PAGE");
        run(paragraph).addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        text(paragraph, "1");
        run(paragraph).addNewFldChar().setFldCharType(STFldCharType.END);
        text(paragraph, " —");
    }

    private static void text(XWPFParagraph paragraph, String text) {
        var run = run(paragraph).addNewT();
        run.setStringValue(text);
        run.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
    }

    private static org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR run(XWPFParagraph paragraph) {
        var run = paragraph.getCTP().addNewR();
        CTRPr format = run.addNewRPr();
        var fonts = format.addNewRFonts();
        fonts.setAscii(WordStyles.SONG);
        fonts.setHAnsi(WordStyles.SONG);
        fonts.setEastAsia(WordStyles.SONG);
        format.addNewSz().setVal(SIZE);
        format.addNewSzCs().setVal(SIZE);
        return run;
    }
}
