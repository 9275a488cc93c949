package org.diaodu.server.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail through the server of {@code spring.mail}, if there is one. */
@Component
class MailPost implements Post {

    private final ObjectProvider<JavaMailSender> sender;
    private final NoticeProperties properties;

    MailPost(ObjectProvider<JavaMailSender> sender, NoticeProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.MAIL;
    }

    @Override
    public boolean isReady() {
        return sender.getIfAvailable() != null;
    }

    /** A letter that is sent again after a crash has the same Message-ID, by which mail servers show it once. */
    @Override
    public void carry(long delivery, String address, Letter letter) throws IOException {
        JavaMailSender out = sender.getObject();
        MimeMessage message = new Identified(out.createMimeMessage(), "<notice-" + delivery + "@diaodu>");
        try {
            var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.from());
            helper.setTo(address);
            helper.setSubject(letter.subject());
            helper.setText(letter.text(), false);
            out.send(message);
        } catch (MessagingException | MailException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Keeps the Message-ID that mail libraries would make up. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(MimeMessage empty, String id) {
            super(empty.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
