import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { signIn } from './api';
import { Avatar, Button, Icon } from './parts';
import { LocaleContext, useWords, visitorLocale, type Locale } from './words';

type Person = { email: string; firstName: string; lastName: string; role: string };
type Department = { department: string; people: Person[] };

const Form = ({ locale }: { locale: Locale }) => {
  const words = useWords();
  const { data: departments = [] } = useQuery({
    queryKey: ['people', locale],
    queryFn: async () => (await (await fetch(`/sandbox/people?locale=${locale}`)).json()) as Department[],
  });
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: () => location.assign('/'),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <>
      <form onSubmit={submit}>
        <input className="field-input" name="email" type="email" required autoFocus placeholder={words('email')} aria-label={words('email')} />
        <input className="field-input" name="password" type="password" required placeholder={words('password')} aria-label={words('password')} />
        {error && <p className="error" role="alert">{error.message}</p>}
        <Button type="submit" tone="dark" wide disabled={isPending}>{words('signIn')}</Button>
      </form>
      {departments.length > 0 && (
        <div className="people">
          <h3>{words('signInAs')}</h3>
          {departments.map(({ department, people }) => (
            <section key={department} aria-label={department}>
              <h4>{department}</h4>
              {people.map(({ email, firstName, lastName, role }) => (
                <button key={email} type="button" className="menu-item" disabled={isPending} onClick={() => mutate({ email, password: 'demo' })}>
                  <Avatar name={`${firstName} ${lastName}`} /><span className="grow">{firstName} {lastName}</span><span className="faint">{role}</span>
                </button>
              ))}
            </section>
          ))}
        </div>
      )}
      <p className="faint">{words('signOff')}</p>
    </>
  );
};

export const SignInPage = () => {
  const [locale, setLocale] = useState(visitorLocale);
  const choose = (next: Locale) => {
    localStorage.setItem('sandbox.locale', next);
    setLocale(next);
  };
  return (
    <LocaleContext value={locale}>
      <main className="welcome">
        <span className="logo"><Icon name="IconScale" size={28} /></span>
        <Welcome />
        <Form locale={locale} />
        <p className="buttons">
          <Button quiet aria-pressed={locale === 'en'} onClick={() => choose('en')}>English</Button>
          <Button quiet aria-pressed={locale === 'ru-RU'} onClick={() => choose('ru-RU')}>Русский</Button>
        </p>
      </main>
    </LocaleContext>
  );
};

const Welcome = () => <h1>{useWords()('welcome')}</h1>;
