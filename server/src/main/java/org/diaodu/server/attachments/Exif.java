package org.diaodu.server.attachments;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads from a photo how its camera was held (EXIF 2.32, tag 0x0112), and nothing else. */
final class Exif {

    private static final int START_OF_SCAN = 0xDA;
    private static final int APPLICATION_1 = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /** 1 to 8 as EXIF numbers them; 1, upright, where a photo does not say. */
    static int orientation(Path jpeg) throws IOException {
        try (InputStream file = Files.newInputStream(jpeg);
                var in = new DataInputStream(new java.io.BufferedInputStream(file))) {
            in.skipNBytes(2);
            while (true) {
                if (in.read() != 0xFF) return 1;
                int marker = in.read();
                if (marker < 0 || marker == START_OF_SCAN) return 1;
                int length = in.readUnsignedShort() - 2;
                if (length < 0) return 1;
                if (marker == APPLICATION_1) {
                    byte[] segment = in.readNBytes(length);
                    if (isExif(segment))
                        return orientation(
                                ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
                } else {
                    in.skipNBytes(length);
                }
            }
        } catch (java.io.EOFException | IndexOutOfBoundsException cutOff) {
            return 1;
        }
    }

    private static boolean isExif(byte[] segment) {
        return segment.length > 14 && segment[0] == 'E' && segment[1] == 'x' && segment[2] == 'i' && segment[3] == 'f';
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) return tiff.getShort(entry + 8);
        }
        return 1;
    }
}
