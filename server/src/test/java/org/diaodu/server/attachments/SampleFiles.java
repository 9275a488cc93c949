package org.diaodu.server.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people attach them, made in memory. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A landscape photo whose left half is red, as a camera held on its side writes it: EXIF says turn, and where it was taken. */
    public static byte[] photo(int width, int height, Color right) {
        byte[] plain = picture("jpeg", width, height, right);
        byte[] exif = exif();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1});
        out.write((exif.length + 2) >> 8);
        out.write(exif.length + 2);
        out.writeBytes(exif);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    public static byte[] picture(String format, int width, int height, Color right) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(right);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Little-endian TIFF with one entry, orientation 6, and the words of a place behind it. */
    private static byte[] exif() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0});
        out.writeBytes("GPS 45.7536N 126.6496E".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** A zip with these entries, as an Office file is. */
    public static byte[] zip(String... entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
