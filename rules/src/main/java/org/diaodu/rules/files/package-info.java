/** Cases read from files and written values, and what is said of them in Chinese or English: for the commands here and above. */
@NullMarked
package org.diaodu.rules.files;

import org.jspecify.annotations.NullMarked;
