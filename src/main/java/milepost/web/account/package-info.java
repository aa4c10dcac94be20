/**
 * What people see of their own account: where they are signed in, and their tokens for programs.
 *
 * <p>Promise: nobody sees or ends anything of somebody else here.
 */
@NullMarked
package milepost.web.account;

import org.jspecify.annotations.NullMarked;
