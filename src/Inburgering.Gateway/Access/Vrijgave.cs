using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>Roles of which two persons let the gateway go on after its database was put back: who looks after it, and who watches over it.</summary>
            private static readonly string[] Vrijgevers = ["BEHEER", "CISO", "PO", "FG"];

            /// <summary>May this employee see and release a herstel? It is of the house and holds no person.</summary>
            /// <returns>False: refused; the log line knows.</returns>
            public bool AskVrijgave(Caller caller)
            {
                if (!caller.VanGemeente || caller.ClientId is not null || !Vrijgevers.Contains(caller.Rol))
                {
                    Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");
                    return false;
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                return true;
            }
        }
    }
}
