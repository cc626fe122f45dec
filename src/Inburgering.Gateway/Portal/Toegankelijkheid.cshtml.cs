using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>The accessibility statement.</summary>
[AllowAnonymous]
[ZonderLogregel("vaste tekst, geen persoonsgegevens")]
internal sealed class ToegankelijkheidModel : PageModel;
