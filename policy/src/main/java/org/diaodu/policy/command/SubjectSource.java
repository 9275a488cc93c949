package org.diaodu.policy.command;

import java.nio.file.Path;
import java.util.Set;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.match.SubjectTable;

/** Subjects of one kind in a file that was found sound. */
interface SubjectSource extends AutoCloseable {

    /** The file the engine has to reach. */
    Path file();

    /** What tells the subjects apart, in the order of the file. */
    Set<String> keys();

    /** The subjects as a table of the engine. */
    SubjectTable table(DuckDb engine);

    @Override
    void close();
}
