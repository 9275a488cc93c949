package org.diaodu.server.notices;

import java.io.IOException;

/** Carries a letter to an address of one kind. */
interface Post {

    Channel.Kind kind();

    /** Whether this platform has what it takes, such as a mail server. */
    boolean isReady();

    /**
     * @param delivery the same number whenever the same letter is tried again
     * @throws IOException when it did not arrive, or nobody can say that it did
     */
    void carry(long delivery, String address, Letter letter) throws IOException;
}
