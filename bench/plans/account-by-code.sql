-- One account by its code.
select a.id from accounts.pub_account a where a.code = 'C000123'
