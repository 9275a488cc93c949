package org.diaodu.server.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Draws pictures anew: only the pixels go on, upright and no larger than a screen needs. Where and with what a photo was taken
 * stays behind. Two pictures at a time. Thread-safe.
 */
@Component
class Pictures {

    static final int LONGEST_SIDE = 3000;
    static final int SMALL_SIDE = 320;
    private static final float QUALITY = 0.88f;
    private static final float SMALL_QUALITY = 0.8f;
    private static final int MEGA = 1_000_000;

    private final int megapixels;
    private final Semaphore turns = new Semaphore(2);

    Pictures(AttachmentProperties properties) {
        this.megapixels = properties.megapixels();
    }

    /** Draws a picture and its thumbnail into two files; the thumbnail is always a JPEG. */
    void redraw(String name, FileType type, Path from, Path to, Path thumbnail) throws IOException {
        turns.acquireUninterruptibly();
        try {
            BufferedImage upright = upright(read(name, type, from), type == FileType.JPEG ? Exif.orientation(from) : 1);
            BufferedImage drawn = fitted(upright, LONGEST_SIDE, type == FileType.PNG);
            write(drawn, type, QUALITY, to);
            write(fitted(drawn, SMALL_SIDE, false), FileType.JPEG, SMALL_QUALITY, thumbnail);
        } finally {
            turns.release();
        }
    }

    private BufferedImage read(String name, FileType type, Path from) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.name().toLowerCase(java.util.Locale.ROOT))
                .next();
        try (ImageInputStream in = ImageIO.createImageInputStream(from.toFile())) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > (long) megapixels * MEGA) throw tooLarge(name, reader.getWidth(0), reader.getHeight(0));
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (FileRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new FileRefused(
                    "AT05",
                    "图片“" + name + "”打不开：文件不完整，或用了少见的色彩格式。请用手机或画图软件另存为 JPEG 再上传。",
                    "The picture \"" + name + "\" cannot be opened: it is incomplete, or of a rare colour format. "
                            + "Maybe save it as JPEG and try again.");
        } finally {
            reader.dispose();
        }
    }

    private FileRefused tooLarge(String name, int width, int height) {
        return new FileRefused(
                "AT06",
                "图片“" + name + "”有 " + width + "×" + height + " 像素，最多 " + megapixels * 100 + " 万像素。请缩小后再上传。",
                "The picture \"" + name + "\" has " + width + "×" + height + " pixels; at most " + megapixels
                        + " million are taken. Maybe make it smaller.");
    }

    /** Turns a picture the way its camera was held: the eight orientations of EXIF. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation <= 1 || orientation > 8) return image;
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        boolean swaps = orientation >= 5;
        var turned = new BufferedImage(swaps ? h : w, swaps ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return turned;
    }

    /** The picture with its longest side at most so long, halved step by step so that nothing flickers. */
    private static BufferedImage fitted(BufferedImage image, int longest, boolean alpha) {
        int side = Math.max(image.getWidth(), image.getHeight());
        BufferedImage now = image;
        while (side > longest * 2) {
            side /= 2;
            now = scaled(now, now.getWidth() / 2, now.getHeight() / 2, alpha);
        }
        double scale = Math.min(1, longest / (double) Math.max(now.getWidth(), now.getHeight()));
        return scaled(now, (int) Math.round(now.getWidth() * scale), (int) Math.round(now.getHeight() * scale), alpha);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, boolean alpha) {
        boolean transparent = alpha && image.getColorModel().hasAlpha();
        var drawn = new BufferedImage(
                Math.max(1, width),
                Math.max(1, height),
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        if (!transparent) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
        pen.dispose();
        return drawn;
    }

    private static void write(BufferedImage image, FileType type, float quality, Path to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name().toLowerCase(java.util.Locale.ROOT))
                .next();
        Files.deleteIfExists(to);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
