package org.diaodu.server.attachments;

import java.util.List;
import org.diaodu.server.pages.Explanation;

/**
 * A form's field for files, shown by {@code attachments/field.jte}.
 *
 * @param most files at once; {@code megabytes} of one of them, {@code together} of all
 * @param refused why some of those sent were not taken
 * @param again what they were called, to be chosen anew where the form was not taken
 */
public record FileField(int most, long megabytes, long together, List<Explanation> refused, List<String> again) {}
