package org.diaodu.sample.load;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Photos and papers as enterprises and units attach them, drawn and written by code: nobody's factory, nobody's letter. */
final class SamplePapers {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int LINE = 24;

    private SamplePapers() {}

    /** A yard with lorries that wait, as a phone takes it; png. */
    static byte[] yard(long seed) {
        return drawn(seed, (pen, random) -> {
            pen.setPaint(new GradientPaint(0, 0, new Color(0xB8CBDD), 0, 330, new Color(0xE8EEF2)));
            pen.fillRect(0, 0, WIDTH, 330);
            pen.setPaint(new GradientPaint(0, 330, new Color(0x8C8F92), 0, HEIGHT, new Color(0x5E6164)));
            pen.fillRect(0, 330, WIDTH, HEIGHT - 330);
            pen.setColor(new Color(0x9AA3AB));
            pen.fillRect(60, 160, 680, 175);
            pen.setColor(new Color(0x6F7A84));
            for (int i = 0; i < 5; i++) pen.fillRect(90 + i * 130, 215, 90, 120);
            for (int i = 0; i < 2 + random.nextInt(3); i++) lorry(pen, 40 + i * 190, 400 + random.nextInt(60), random);
        });
    }

    /** Shelves that are nearly empty; png. */
    static byte[] shelves(long seed) {
        return drawn(seed, (pen, random) -> {
            pen.setPaint(new GradientPaint(0, 0, new Color(0xD9D5CB), 0, HEIGHT, new Color(0xA8A296)));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setStroke(new BasicStroke(9));
            for (int row = 0; row < 3; row++) {
                int y = 190 + row * 160;
                pen.setColor(new Color(0x2F5B8A));
                pen.drawLine(40, y, WIDTH - 40, y);
                for (int post = 0; post < 5; post++) pen.drawLine(60 + post * 170, y - 150, 60 + post * 170, y + 12);
                for (int box = 0; box < 9; box++) {
                    if (random.nextInt(10) > 2 + row) continue;
                    pen.setColor(new Color(0xB9, 0x8A + random.nextInt(24), 0x52));
                    int height = 60 + random.nextInt(50);
                    pen.fillRect(74 + box * 76, y - 5 - height, 62, height);
                }
            }
        });
    }

    /** A switchboard with its meters; png. */
    static byte[] switchboard(long seed) {
        return drawn(seed, (pen, random) -> {
            pen.setPaint(new GradientPaint(0, 0, new Color(0xC9CFD4), WIDTH, HEIGHT, new Color(0x8E979E)));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            for (int i = 0; i < 6; i++) {
                int x = 90 + i % 3 * 230;
                int y = 90 + i / 3 * 240;
                pen.setColor(new Color(0x46515A));
                pen.fillRoundRect(x - 20, y - 20, 190, 200, 18, 18);
                pen.setColor(new Color(0xF4F5F2));
                pen.fillOval(x, y, 150, 150);
                pen.setColor(new Color(0x33383C));
                pen.setStroke(new BasicStroke(4));
                pen.drawOval(x, y, 150, 150);
                double turn = Math.PI * (0.9 + random.nextDouble() * 0.6);
                pen.setColor(new Color(0xB3261E));
                pen.drawLine(
                        x + 75, y + 80, (int) (x + 75 + 58 * Math.cos(turn)), (int) (y + 80 + 58 * Math.sin(turn)));
            }
        });
    }

    private static void lorry(Graphics2D pen, int x, int y, SplittableRandom random) {
        pen.setColor(new Color(random.nextInt(60), 70 + random.nextInt(80), 110 + random.nextInt(100)));
        pen.fillRect(x, y - 90, 120, 80);
        pen.setColor(new Color(0xC23B2B));
        pen.fillRoundRect(x + 122, y - 65, 46, 55, 10, 10);
        pen.setColor(new Color(0x22262A));
        for (int wheel : new int[] {14, 78, 128}) pen.fillOval(x + wheel, y - 20, 30, 30);
    }

    private interface Scene {
        void draw(Graphics2D pen, SplittableRandom random);
    }

    private static byte[] drawn(long seed, Scene scene) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        scene.draw(pen, new SplittableRandom(seed));
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A page of PDF 1.4 with these lines, in the Song type every reader of Chinese has. */
    static byte[] pdf(List<String> lines) {
        var text = new StringBuilder("BT /F1 14 Tf 72 770 Td ").append(LINE).append(" TL\n");
        for (String line : lines) text.append('<').append(hex(line)).append("> Tj T*\n");
        text.append("ET");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                        + "/Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R "
                        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
                "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 859 /Descent -140 "
                        + "/CapHeight 683 /StemV 80 /FontBBox [-25 -254 1000 880] >>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
        pdf.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(String line) {
        return HexFormat.of().withUpperCase().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
    }
}
