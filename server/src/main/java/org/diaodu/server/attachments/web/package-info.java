/** Adding, showing and removing files. */
@NullMarked
package org.diaodu.server.attachments.web;

import org.jspecify.annotations.NullMarked;
