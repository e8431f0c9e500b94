-- An index of everything that is queued looks empty between two broadcasts, and a plan made then
-- reads the whole queue for each message that was sent. What is due has an index, what a broadcast
-- still has to send too, and what belongs to one citizen is found among all that is theirs.
drop index delivery_queue_of_citizen;
