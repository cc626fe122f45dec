using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>May this client see how its own messages stand? Such a question loads no category, so nothing of a dossier.</summary>
            /// <param name="wie">Of a client of one gemeente: who of it asks; its user sees what she delivered herself.</param>
            /// <returns>One question per gemeente it delivers for, by code; null: no partner, and the log line knows.</returns>
            public IReadOnlyList<Question>? AskEigen(Registratie? client, Caller? wie)
            {
                verwerking.Beleid = beleid.Hash;
                if (client is not { Sjabloon: { VanGemeente: false } sjabloon })
                {
                    Refuse(Refusal.DoelNietToegestaan, "alleen-partners");
                    return null;
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                var gemeenten = client.Gemeentecode is { } eigen ? [eigen] : beleid.Gemeenten.Keys.Order(StringComparer.Ordinal).ToArray();
                return [.. gemeenten.Select(code => new Question(sjabloon with { Gemeentecode = code, Gebruiker = wie?.Gebruiker }, ZonderInhoud(sjabloon.Rol, "beheer", "WP"), []))];
            }
        }
    }
}
