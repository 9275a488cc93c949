/** Files that hang on things. */
@org.jspecify.annotations.NullMarked
package org.diaodu.server.attachments;
