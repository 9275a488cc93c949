package org.diaodu.bulletin.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.diaodu.bulletin.reader.ReadFault;

/** A file that a user named. */
final class NamedFile {

    private NamedFile() {}

    /** Throws {@link ReadFault} where it is not there or cannot be read. */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ReadFault("没有这个文件：" + file + "。建议：核对路径", "there is no file " + file + ". Maybe check the path");
        } catch (IOException e) {
            throw new ReadFault("不能读 " + file + "：" + e.getMessage(), file + " cannot be read: " + e.getMessage());
        }
    }
}
