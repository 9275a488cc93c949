package org.diaodu.bulletin.brief;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table over the width of the text whose head is repeated on every page and whose rows are not torn apart. */
final class WordTables {

    private static final int WORDS = 3;
    private static final int FIGURES = 2;

    private WordTables() {}

    static void write(XWPFTable table, WordRuns runs, Block.TableBlock block) {
        int[] widths = widths(block.numeric());
        layout(table.getCTTbl(), widths);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < widths.length; column++) {
            XWPFTableCell cell = column == 0 ? head.getCell(0) : head.createCell();
            paragraph(cell, widths[column], "BriefCellHead", ParagraphAlignment.CENTER)
                    .createRun()
                    .setText(block.heads().get(column));
        }
        for (List<List<Run>> line : block.rows()) {
            XWPFTableRow row = table.createRow();
            row.setCantSplitRow(true);
            for (int column = 0; column < widths.length; column++) {
                ParagraphAlignment side =
                        block.numeric().get(column) ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
                runs.add(paragraph(row.getCell(column), widths[column], "BriefCell", side), line.get(column));
            }
        }
    }

    private static XWPFParagraph paragraph(XWPFTableCell cell, int width, String style, ParagraphAlignment side) {
        var format = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var size = format.isSetTcW() ? format.getTcW() : format.addNewTcW();
        size.setType(STTblWidth.DXA);
        size.setW(BigInteger.valueOf(width));
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle(style);
        paragraph.setAlignment(side);
        return paragraph;
    }

    private static void layout(CTTbl table, int[] widths) {
        var format = table.getTblPr();
        format.getTblW().setType(STTblWidth.DXA);
        format.getTblW().setW(BigInteger.valueOf(WordWriter.TEXT_WIDTH));
        (format.isSetJc() ? format.getJc() : format.addNewJc()).setVal(STJcTable.CENTER);
        (format.isSetTblLayout() ? format.getTblLayout() : format.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        var grid = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        for (int width : widths) grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }

    /** Columns of words are half as wide again as those of figures. */
    private static int[] widths(List<Boolean> numeric) {
        int parts = 0;
        for (boolean figures : numeric) parts += figures ? FIGURES : WORDS;
        int[] widths = new int[numeric.size()];
        int given = 0;
        for (int column = 0; column < widths.length; column++) {
            boolean last = column == widths.length - 1;
            int part = WordWriter.TEXT_WIDTH * (numeric.get(column) ? FIGURES : WORDS) / parts;
            widths[column] = last ? WordWriter.TEXT_WIDTH - given : part;
            given += part;
        }
        return widths;
    }
}
