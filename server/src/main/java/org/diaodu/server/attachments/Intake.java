package org.diaodu.server.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at a file before it hangs anywhere: how large it is, what it is, whether its name is true; pictures are drawn anew. */
@Component
class Intake {

    private static final int LONGEST_NAME = 120;

    private final FileStore store;
    private final Pictures pictures;
    private final AttachmentProperties properties;

    Intake(FileStore store, Pictures pictures, AttachmentProperties properties) {
        this.store = store;
        this.pictures = pictures;
        this.properties = properties;
    }

    /** A file that may be kept; closing it drops what was not. */
    record Prepared(
            FileStore store,
            String name,
            FileType type,
            long size,
            Path file,
            @Nullable Path small) implements AutoCloseable {

        String keep() {
            return kept(file);
        }

        @Nullable
        String keepThumbnail() {
            return small == null ? null : kept(small);
        }

        private String kept(Path written) {
            try {
                return store.keep(written);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            drop(file);
            drop(small);
        }
    }

    Prepared prepare(String given, Attachments.Source source) {
        String name = plain(given);
        Path written = store.beside();
        try {
            copy(name, source, written);
            FileType type = checked(name, Content.of(written));
            String named = FileType.named(extension(name)).isPresent() ? name : name + "." + type.extension();
            if (!type.isPicture()) return new Prepared(store, named, type, Files.size(written), written, null);
            Prepared drawn = drawn(named, type, written);
            drop(written);
            return drawn;
        } catch (IOException e) {
            drop(written);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            drop(written);
            throw e;
        }
    }

    private Prepared drawn(String name, FileType type, Path from) throws IOException {
        Path drawn = store.beside();
        Path small = store.beside();
        try {
            pictures.redraw(name, type, from, drawn, small);
            return new Prepared(store, name, type, Files.size(drawn), drawn, small);
        } catch (IOException | RuntimeException e) {
            drop(drawn);
            drop(small);
            throw e;
        }
    }

    private void copy(String name, Attachments.Source source, Path to) throws IOException {
        long largest = properties.largest().toBytes();
        try (InputStream in = source.open();
                OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long sum = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum += n;
                if (sum > largest) throw tooLarge(name);
                out.write(buffer, 0, n);
            }
        }
    }

    /** What it is must be something that is taken, and what its name says. */
    private static FileType checked(String name, Content content) {
        FileType type = content.type();
        if (type == null) {
            throw new FileRefused(
                    "AT03",
                    "“" + name + "”不能作为附件：它的内容是" + content.zh() + "。可以上传 JPEG 或 PNG 图片、PDF、docx、xlsx、txt；其他文件请另存为这些格式。",
                    "\"" + name + "\" cannot be attached: its content is " + content.en()
                            + ". JPEG and PNG pictures, PDF, docx, xlsx and txt are taken. Maybe save it as one of these.");
        }
        String extension = extension(name);
        if (!extension.isEmpty() && !type.isNamed(extension)) {
            throw new FileRefused(
                    "AT04",
                    "“" + name + "”名为 " + extension + "，内容却是" + type.zh() + "。如果文件没有问题，请把扩展名改为 ." + type.extension()
                            + " 再上传。",
                    "\"" + name + "\" is named " + extension + " and its content is " + type.en()
                            + ". If the file is right, maybe rename it to ." + type.extension() + " and try again.");
        }
        return type;
    }

    private FileRefused tooLarge(String name) {
        long mega = properties.largest().toMegabytes();
        return new FileRefused(
                "AT07",
                "“" + name + "”超过 " + mega + " MB。请压缩、拆分，或只上传需要的页。",
                "\"" + name + "\" is larger than " + mega
                        + " MB. Maybe compress it, split it, or send the pages needed.");
    }

    /** The last part of a path, without what no file system or header likes, cut to fit. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE && "<>:\"|?*".indexOf(c) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (clean.isEmpty() || clean.startsWith(".")) clean = "附件" + clean;
        if (clean.codePointCount(0, clean.length()) <= LONGEST_NAME) return clean;
        String end = extension(clean).isEmpty() ? "" : "." + extension(clean);
        int kept = clean.offsetByCodePoints(0, LONGEST_NAME - end.codePointCount(0, end.length()));
        return clean.substring(0, kept) + end;
    }

    /** What stands behind the last dot, up to ten letters or digits; "" without one. */
    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String end = dot < 0 ? "" : name.substring(dot + 1);
        return end.matches("[\\p{Alnum}]{1,10}") ? end.toLowerCase(Locale.ROOT) : "";
    }

    private static void drop(@Nullable Path left) {
        try {
            if (left != null) Files.deleteIfExists(left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
