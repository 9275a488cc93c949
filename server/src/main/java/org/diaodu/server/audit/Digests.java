package org.diaodu.server.audit;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/** SM3 (GB/T 32905-2016) over a row, its number and the digest before it. Not thread-safe. */
final class Digests {

    static final int LENGTH = 32;

    private final SM3Digest sm3 = new SM3Digest();

    byte[] of(long seq, Entry entry, byte[] before) {
        sm3.reset();
        sm3.update(before, 0, before.length);
        number(seq);
        number(entry.at().getEpochSecond());
        number(entry.at().getNano());
        number(entry.actor());
        text(entry.actorName());
        text(entry.unit());
        text(entry.origin());
        text(entry.action());
        text(entry.subjectType());
        text(entry.subjectId());
        text(entry.before());
        text(entry.after());
        text(entry.reason());
        byte[] digest = new byte[LENGTH];
        sm3.doFinal(digest, 0);
        return digest;
    }

    private void number(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) sm3.update((byte) (value >> shift));
    }

    /** Length first, so that no two rows spell the same bytes; −1 for none. */
    private void text(@Nullable String value) {
        if (value == null) {
            number(-1);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        sm3.update(bytes, 0, bytes.length);
    }
}
