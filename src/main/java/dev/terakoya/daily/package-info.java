/**
 * One question a day and channel, exactly once. {@link dev.terakoya.daily.DailyPoster#tick} runs on
 * every replica: {@link dev.terakoya.daily.DailyPlan} says what is owed, {@link
 * dev.terakoya.daily.NextQuestion} chooses, {@link dev.terakoya.daily.DailyLedger} lets one replica
 * at a time try, {@link dev.terakoya.daily.Noticeboard} posts, and looks before it posts again.
 * Where a channel wants it, {@link dev.terakoya.daily.Approvals} keeps what was decided a day
 * ahead; {@link dev.terakoya.daily.DigestPoster} reviews the week.
 */
@NullMarked
package dev.terakoya.daily;

import org.jspecify.annotations.NullMarked;
