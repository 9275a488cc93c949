package org.diaodu.bulletin.brief;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Paints on the page of a PDF. */
final class PdfCanvas implements Canvas {

    private final Graphics2D page;

    PdfCanvas(Graphics2D page, Font font) {
        this.page = page;
        page.setFont(font.deriveFont(12f));
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour) {
        page.setColor(colour(colour));
        page.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, double width, String colour) {
        page.setColor(colour(colour));
        page.setStroke(new BasicStroke((float) width));
        page.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor) {
        double width = page.getFontMetrics().stringWidth(text);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        page.setColor(Color.BLACK);
        page.drawString(text, (float) left, (float) y);
    }

    private static Color colour(String colour) {
        return new Color(Integer.parseInt(colour, 16));
    }
}
