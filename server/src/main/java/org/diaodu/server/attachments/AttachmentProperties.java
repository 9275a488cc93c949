package org.diaodu.server.attachments;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code diaodu.attachments}.
 *
 * @param largest the size of one file
 * @param most how many files hang on one thing
 * @param megapixels the largest picture that is opened
 * @param scan a scanner's command and its arguments, to which the file's path is added; it answers 0 for a clean file and 1
 *     for one to be refused, with the reason on its output. Empty: files are open at once
 * @param scanWithin how long the scanner may take
 */
@ConfigurationProperties("diaodu.attachments")
record AttachmentProperties(
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("20") int most,
        @DefaultValue("60") int megapixels,
        @DefaultValue({}) List<String> scan,
        @DefaultValue("2m") Duration scanWithin) {

    /** A file waits for the scanner where there is one. */
    Attachment.State stateOfNew() {
        return scan.isEmpty() ? Attachment.State.CLEAN : Attachment.State.WAITING;
    }
}
