package org.diaodu.bulletin.brief;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

/**
 * Writes a brief in Word as GB/T 9704-2012 asks: A4, margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters, the fonts
 * by name, page numbers outside. It has a masthead of its own and no red header, which only documents of an authority may
 * have. Every figure is a link with a bookmark; charts are native and carry their data. Safe for several threads.
 */
public final class WordWriter {

    static final int TEXT_WIDTH = 8844;

    private final String platform;

    /**
     * @param platform what addresses begin with where figures are opened from outside: https://diaodu.example.gov.cn; empty
     *     leaves them as they are
     */
    public WordWriter(String platform) {
        this.platform = platform;
    }

    /** Writes the brief as docx. */
    public void write(Brief brief, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            page(document);
            WordStyles.define(document);
            PageNumbers.write(document);
            var runs = new WordRuns(document, platform);
            masthead(document, brief.masthead());
            runs.add(paragraph(document, "BriefTitle"), brief.title());
            for (Block block : brief.blocks()) add(document, runs, block);
            properties(document, brief);
            document.write(out);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(11906);
        size.setH(16838);
        var margins = section.addNewPgMar();
        margins.setTop(2098);
        margins.setBottom(1984);
        margins.setLeft(1588);
        margins.setRight(1474);
        margins.setHeader(851);
        margins.setFooter(1304);
        margins.setGutter(0);
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(579));
        grid.setCharSpace(BigInteger.valueOf(-848));
    }

    private static void masthead(XWPFDocument document, Masthead masthead) {
        if (!masthead.audience().isEmpty()) {
            paragraph(document, "BriefAudience").createRun().setText(masthead.audience());
        }
        paragraph(document, "BriefName").createRun().setText(masthead.name());
        paragraph(document, "BriefNumber").createRun().setText(masthead.number());
        var line = paragraph(document, "BriefIssuer").createRun();
        line.setText(masthead.issuer());
        line.addTab();
        line.setText(masthead.date());
    }

    private static void add(XWPFDocument document, WordRuns runs, Block block)
            throws IOException, InvalidFormatException {
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = paragraph(document, "Heading" + heading.level());
                paragraph.createRun().setText(heading.number());
                runs.add(paragraph, heading.runs());
            }
            case Block.Paragraph words -> runs.add(paragraph(document, "Normal"), words.runs());
            case Block.TableBlock table -> {
                caption(document, runs, "表" + table.number(), "tbl_" + table.number(), table.caption());
                WordTables.write(document.createTable(), runs, table);
                note(document, table.note());
            }
            case Block.ChartBlock chart -> {
                caption(document, runs, "图" + chart.number(), "chart_" + chart.number(), chart.caption());
                XWPFParagraph paragraph = paragraph(document, "BriefFigure");
                paragraph.setAlignment(ParagraphAlignment.CENTER);
                WordCharts.write(document, paragraph.createRun(), chart);
            }
        }
    }

    private static void caption(
            XWPFDocument document, WordRuns runs, String number, String bookmark, List<Run> caption) {
        XWPFParagraph paragraph = paragraph(document, "Caption");
        runs.bookmark(paragraph, bookmark, () -> paragraph.createRun().setText(number));
        paragraph.createRun().setText(" ");
        runs.add(paragraph, caption);
    }

    private static void note(XWPFDocument document, String note) {
        XWPFParagraph paragraph = paragraph(document, "BriefNote");
        if (!note.isEmpty()) paragraph.createRun().setText(note);
    }

    static XWPFParagraph paragraph(XWPFDocument document, String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private static void properties(XWPFDocument document, Brief brief) {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(Run.text(brief.title()));
        core.setCreator(brief.masthead().issuer());
    }
}
