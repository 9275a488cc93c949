/**
 * Published documents (公开文件): read into statements that people accept, correct or reject; whether their arithmetic holds, and
 * whether they agree with the platform's own figures. What was corrected teaches the reader once somebody else has looked at
 * it.
 */
@NullMarked
package org.diaodu.server.documents;

import org.jspecify.annotations.NullMarked;
